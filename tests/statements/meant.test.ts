// Whom each pronoun means, and who goes on speaking: the one who can be meant, or nobody.
import { expect, test } from 'vitest';
import { table } from './language/units.ts';
import { statementsIn } from './reading.ts';

const speakers = (text: string): string =>
  statementsIn(text)
    .map(({ speaker }) => {
      const isMeant = speaker?.kind === 'pronoun' || speaker?.resolved !== undefined;
      return `${speaker?.text ?? '?'}${isMeant ? `=${speaker?.resolved ?? '–'}` : ''}`;
    })
    .join(', ');

test.each(
  table(`
    Despite Merz’s claim that it has rained, Tusk said they go. → Tusk
    Yesterday in the evening Merz left. He said it rained. → He=Merz
    Soon then later Merz left. He said it rained. → He=Merz
    Soon then later yet Merz left. He said it rained. → He=Merz
    Of Merz they knew. He said it rained. → He=–
    Merz for chancellor? Tusk came. He said it rained. → He=Tusk
    The envoy left. He said it rained. → He=–
    The envoy, Jo Lind, left. He said it rained. → He=Jo Lind
    The company lost. It said it rained. → It=The company
    The committee met. It said it rained. They said it was late. → It=The committee, They=–
    NATO met. It said it rained. → It=NATO
    A report came out. It said it rained. → It=A report
    The envoys met. It said it rained. → It=–
    The joint statement said it rained. The statement added that it was late. → The joint statement, The statement
    Merz told Tusk they go. He said it rained. → Merz, He=–
    Merz told the old Tusk they go. He said it rained. → Merz, He=–
    Merz told reporters about Tusk. He said it rained. → Merz, He=Merz
    Merz said they go with Tusk. He added that it rained. → Merz, He=Merz
    Merz said they go, and Tusk left. He added that it rained. → Merz, He=Merz
    Merz said they go alongside Tusk. He added that it rained. → Merz, He=Merz
    Tusk left when Merz said they go. He added that it rained. → Merz, He=–
    Merz met Tusk, and said they go. He added that it rained. → Merz, He=–
    “We go,” wrote Jo Lind, who knows Berg. “It is late,” he said. → Jo Lind, he=–
    “We go,” Merz said. “Not now,” he retorted. → Merz, he=–
    “We go,” Merz said. “Not now,” replied he. → Merz, he=–
    “We go,” Merz said. It rained. “Not now,” he replied. → Merz, he=Merz
    “We go,” Merz said. It rained. It snowed. “Not now,” he replied. → Merz, he=Merz
    Ida Holm met Jo Berg. “We go,” she said. → she=–
    Ms. Holm met Mr. Berg. “We go,” he said. → he=–
    Leaders said they go. He added that it rained. → Leaders, He=–
    Merz and Tusk said they go. They added that it rained. → Merz and Tusk, They=Merz and Tusk
    Merz and Tusk said they go. He added that it rained. → Merz and Tusk, He=–
    Her host, Anna Berg, left. “We go,” she said. → she=Anna Berg
    “We go,” Merz said, and Tusk left. “We stay.” → Merz, Merz
    “We go,” Merz and Tusk said. “We stay.” → Merz and Tusk
    “We go,” Merz said, sad and ill. “We stay.” → Merz
  `),
)('%s → %s', (text, wanted) => {
  expect(speakers(text)).toBe(wanted);
});
