// Written by scripts/fit-fusion.ts; see there. What each named number of fusion.ts is worth.
import type { FusionWeights } from './fusion.ts';

export const FUSED: FusionWeights = {
  lead: { cosine: 2, bm25: 2, cover: 1, document: 0, lexical: 1 },
  order: { reader: 1, words: 0.3, cosine: 1, bm25: 1, cover: 1, document: 0, lexical: 1 },
  confidence: {
    bias: -2,
    reader: 1,
    words: 0.3,
    cosine: 0.3,
    bm25: 0.5,
    cover: 0.5,
    margin: 1,
    unknown: -1,
    unknownNames: -1,
    names: -1,
    foreign: 0.5,
  },
  threshold: 0.5,
};
