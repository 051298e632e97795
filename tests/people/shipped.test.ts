// The shipped talks without their dossier: what its people and parties say is still found under their names.
import { expect, test } from 'vitest';
import { heldInTalks } from './shipped.ts';

test('of the positions of those whom the documents name at most a tenth are lost, and none is another’s', async () => {
  const { written, read } = await heldInTalks();
  const lost = written.filter((each) => !read.includes(each));
  expect(written).toHaveLength(29);
  // NATO speaks nowhere in them and is named in nobody's office.
  expect(lost).toEqual([expect.stringMatching(/^NATO: security-guarantees ¶13 /u)]);
  expect(read.filter((each) => !written.includes(each))).toEqual([]);
});
