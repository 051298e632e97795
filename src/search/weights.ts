// provisional
import type { SearchWeights } from './answer.ts';
export const THRESHOLD = 0.5;
export const WEIGHTS: SearchWeights = {
sentence: {cover: 0.342,context: 2.79,run: 2.137,unmet: -2.637,focus: 2.054,local: 3.115},
passage: {lead: 1.939,context: 1.596,document: 1.883,phrase: 1.823,run: 3.157,wanted: -0.622,unmet: -1.191,length: -4.015},
answers: {lead: 0,bias: 0,bm25: 0,cover: 0,sentence: 0,context: 0,around: 0,document: 0,phrase: 0,run: 0,score: 0,company: 0,unknown: 0,gap: 0,names: 0,documentNames: 0,wanted: 0,unmetTime: 0,unmetPlace: 0,unmetNumber: 0,uncounted: 0,whether: 0,negated: 0,unnegated: 0,length: 0,long: 0,short: 0,loose: 0,otherName: 0,otherPeople: 0},
};
