// Written by scripts/fit-fusion.ts; see there. What each named number of fusion.ts is worth.
import type { FusionWeights } from './fusion.ts';

export const FUSED: FusionWeights = {
  lead: {
    cosine: 3.512,
    bm25: -0.386,
    cover: -2.526,
    document: -1.828,
    lexical: 6.924,
  },
  order: {
    reader: 0.807,
    words: 0.152,
    cosine: 1.894,
    bm25: -0.418,
    cover: -1.701,
    document: 1.883,
    lexical: 4.387,
  },
  confidence: {
    bias: -0.564,
    reader: 0.399,
    words: 0.517,
    cosine: 0.27,
    bm25: -0.638,
    cover: -0.075,
    margin: 2.024,
    unknown: 0.083,
    unknownNames: 0.207,
    names: 0.464,
    foreign: -0.406,
  },
  threshold: 0.497,
};
