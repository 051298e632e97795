// The trained reader, with the model that is shipped.
import { afterAll, expect, test, vi } from 'vitest';
import { openModel } from '../../src/reading/model.ts';
import { trainedReader } from '../../src/reading/trained-reader.ts';
import { keepsTheContract } from './contract.ts';
import { several } from './passages.ts';

// A machine that does much else besides may take its time here: what is tested is not how fast it is.
vi.setConfig({ testTimeout: 60_000 });
const model = await openModel({ timeLimit: 60_000 });
afterAll(() => model.close());
const reader = trainedReader(model);

keepsTheContract('trained', () => reader);

test('it is as sure as the score is high, and reads the same whether a passage was prepared or not', async () => {
  const passages = several(5, 'ferry');
  const scored = await model.read('Who wants guards?', passages);
  const { scale, offset } = model.description.calibration;
  await model.prepare(passages, () => undefined);
  const readings = await reader.read('Who wants guards?', passages);
  expect(readings).toEqual(
    scored.map(({ score, sentence }) => ({
      answers: 1 / (1 + Math.exp(-(scale * score + offset))),
      sentence,
    })),
  );
});
