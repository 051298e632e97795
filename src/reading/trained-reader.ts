// The trained reader: the model's score for each passage as a probability.
import type { Model } from './model.ts';
import type { Reader } from './reader.ts';

export function trainedReader(model: Model): Reader {
  const { scale, offset } = model.description.calibration;
  return {
    name: 'trained',
    async read(question, passages, signal) {
      if (passages.length === 0) return [];
      const scored = await model.read(question, passages, signal);
      return scored.map(({ score, sentence }) => ({
        answers: 1 / (1 + Math.exp(-(scale * score + offset))),
        sentence,
      }));
    },
  };
}
