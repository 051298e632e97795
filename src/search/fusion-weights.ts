// Written by scripts/fit-fusion.ts; see there. What each named number of fusion.ts is worth.
import type { FusionWeights } from './fusion.ts';

export const FUSED: FusionWeights = {
  lead: {
    cosine: 3.409,
    bm25: -0.399,
    cover: -2.111,
    document: -1.174,
    lexical: 6.289,
  },
  order: {
    reader: 0.877,
    words: 0.164,
    cosine: 1.585,
    bm25: -0.379,
    cover: -1.475,
    document: 2.11,
    lexical: 3.968,
  },
  confidence: {
    bias: -0.538,
    reader: 0.401,
    words: 0.522,
    cosine: -0.133,
    bm25: -0.449,
    cover: -0.559,
    margin: 1.99,
    unknown: 0.169,
    unknownNames: 0.107,
    names: 0.519,
    foreign: -0.555,
  },
  threshold: 0.505,
};
