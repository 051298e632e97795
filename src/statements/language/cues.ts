// The verbs that report speech, by base form. Their grammar is read by the language library; this is the list of words.

/** A list of words parted by white space, as a set. */
function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Verbs that report what somebody said, with "that" or without: what follows is said. */
export const sayingVerbs = wordsOf(`
  say tell add note announce declare state warn insist argue explain stress reply write claim ask answer respond
  acknowledge admit affirm allege assert assure boast caution complain concede confess confirm contend counter
  deny disclose emphasize emphasise exclaim hint inform joke lament maintain mention object observe pledge
  proclaim promise pronounce propose quip recall recount reiterate remark remind repeat report reveal
  shout suggest swear testify tweet urge vow wonder underscore predict muse quote recommend retort scoff
  shoot sneer snap blast slam mock fume cheer opine advise interject demand continue conclude
  clarify tout post chant mouth press scream remember recollect chime implore plead tease intone grouse gripe fret fire yell sing cry  comment read agree disagree speculate beam gush
`);

/** Verbs that report speech and take what is said as an object, not as a sentence: "ruled out …", "called it …". */
export const speechActs = wordsOf(`
  call describe accuse criticize criticise condemn denounce deny reject dismiss praise voice oppose
  characterize characterise dub label term refer rule reaffirm apologize apologise welcome back
  endorse decry deride blame defend demand hail rebuke challenge question outline offer cite express
`);

/** They report only with "that" behind them, or with a time and "that": "found in 2014 that …". */
export const thatVerbs = wordsOf(`
  find anticipate indicate signal estimate determine calculate hold confide theorize theorise posit surmise
`);

/** What somebody makes, expresses or issues with words: "made the point that …", "expressed hope that …". */
export const makingVerbs = wordsOf('make express voice issue raise offer give send deliver repeat');
export const madeNouns = wordsOf(`
  point case argument claim accusation prediction promise pledge vow assertion doubt doubts concern concerns hope fear regret confidence
  statement warning possibility assurance assurances suggestion allegation declaration
`);

/** Verbs whose object is whom one speaks to: "told Italian senators that …". */
export const tellingVerbs = wordsOf(
  'tell inform assure remind warn urge ask advise ask promise notify caution',
);

/** Reserve that a source puts in. */
export const hedges = wordsOf(`
  reportedly supposedly allegedly purportedly apparently ostensibly seemingly
`);

/** What stands between subject and verb, or before it, and belongs to neither: time, manner. */
export const timeWords = wordsOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december yesterday today tomorrow tonight later earlier recently morning afternoon
  evening night week month year mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
`);
