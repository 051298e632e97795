// A document's words are erased: they go from every question that they were offered for, and cards and answers that show them are
// brought up to date. Which paragraph it was stays.
import { moveIn, type Step } from './change.ts';
import { type Cited, citedListSchema } from './cited.ts';

export async function erasePassages(step: Step, document: string): Promise<void> {
  const { change, doer } = step;
  const rows = await change
    .selectFrom('questions')
    .where('guild', '=', doer.guild)
    .where('passages', 'like', `%${JSON.stringify({ document }).slice(1, -1)}%`)
    .orderBy('number')
    .select(['number', 'passages'])
    .execute();
  for (const { number, passages } of rows) {
    const left = citedListSchema
      .parse(JSON.parse(passages))
      .map((cited) => (cited.document === document ? withoutWords(cited) : cited));
    await moveIn(step, {
      number,
      action: 'erase',
      set: () => ({ passages: JSON.stringify(left) }),
    });
  }
}

function withoutWords({ label, document, paragraph, hash, kind }: Cited): Cited {
  return { label, document, paragraph, hash, kind, text: '', start: 0, end: 0 };
}
