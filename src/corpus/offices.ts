// Offices, forms of address and roles, as they stand before a name or instead of one: alone they name nobody for certain.

const words = (list: string): readonly string[] => list.split(/\s+/u);

/** Offices that one person holds: who is called so is somebody, though without a name. */
export const heldOffices: ReadonlySet<string> = new Set(
  words(
    'president chancellor minister premier secretary senator governor mayor congressman congresswoman ambassador king queen pope prince princess general vice speaker commissioner',
  ),
);

const labelled = words(
  'representative director chairman chairwoman chair spokesman spokeswoman spokesperson aide leader admiral judge attorney host administrator',
);
/** No voice where they stand before a colon: "AUTHOR: Ida Holm", "EDITOR:". */
const unlabelled = words(
  'envoy mediator negotiator chief head adviser advisor counterpart commander delegate editor founder author candidate coordinator inspector prosecutor',
);
const roles: ReadonlySet<string> = new Set([...heldOffices, ...labelled, ...unlabelled]);

/** Whether a word is that of an office or of what somebody does: a name set beside it is theirs. */
export function isRole(word: string): boolean {
  return roles.has(word);
}

/** What in a label is no name. */
export const offices: ReadonlySet<string> = new Set([
  ...heldOffices,
  ...labelled,
  ...words(
    `the a an of and for to mr ms mrs miss dr prof sir dame lord lady sen rep gov gen adm lt col colonel captain lieutenant
    sergeant prime state foreign defense defence deputy former chairperson press first acting justice surgeon majority minority
    senior administration official officials operator moderator participant participants audience member members reporter
    reporters q question interpreter unknown voice child questioner`,
  ),
]);
