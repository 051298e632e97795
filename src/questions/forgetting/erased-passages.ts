// A document's words are erased: they go from every question that they were offered for, and cards and answers that show them are
// brought up to date. Which paragraph it was stays.
import { moveIn, type Step } from '../change.ts';
import { type Cited, citedListSchema } from '../cited.ts';
import { holdQuestions } from '../numbers.ts';

export async function erasePassages(step: Step, document: string): Promise<void> {
  const { change, doer } = step;
  // The hash of a short paragraph gives it away to whoever guesses it.
  await change
    .deleteFrom('ratings')
    .where('guild', '=', doer.guild)
    .where('document', '=', document)
    .execute();
  // Whoever asks at this moment is waited for; whoever comes later sees that the document is erased (`withoutErased`).
  await holdQuestions(step);
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

/** Those of passages whose documents were not erased since they were looked up. Called while the questions are held. */
export async function withoutErased(
  { change, doer }: Step,
  passages: readonly Cited[],
): Promise<readonly Cited[]> {
  if (passages.length === 0) return passages;
  const rows = await change
    .selectFrom('documents')
    .where('guild', '=', doer.guild)
    .where('state', '=', 'erased')
    .where('id', 'in', [...new Set(passages.map(({ document }) => document))])
    .select('id')
    .execute();
  const erased = new Set(rows.map(({ id }) => id));
  return passages.filter(({ document }) => !erased.has(document));
}
