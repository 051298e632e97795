// English words that say nothing about what a passage is about, those that only ask included. Folded, not stemmed.
// Left out on purpose: "not", "no", "against", "before", "after", "must", "may", which change what is said.

const list = `
a an the this that these those there here
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself
it its itself they them their theirs themselves one ones somebody someone anybody anyone something anything
am is are was were be been being do does did doing done have has had having will would shall should can could might
and or but if then than as at by for from in into of off on onto out over to up with about between during
who whom whose which what when where why how
so such too very just also only ever even still yet some any each every all both either other others another own same
say said says tell told please know let get got want wants many much
`;

export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/).filter((word) => word !== ''));
