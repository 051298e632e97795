// Offices, forms of address and roles, as they stand before a name or instead of one: alone they name nobody for certain.

export const offices: ReadonlySet<string> = new Set(
  'the a an of and for to mr ms mrs miss dr prof sir dame lord lady president vice prime minister premier chancellor secretary general state foreign defense defence deputy former senator sen representative rep congressman congresswoman governor gov mayor ambassador director administrator chair chairman chairwoman chairperson commissioner king queen prince princess pope press first spokesman spokeswoman spokesperson acting admiral colonel captain lieutenant sergeant judge justice attorney surgeon speaker leader majority minority senior administration official officials operator moderator participant participants audience member members reporter reporters q question aide interpreter unknown voice child host questioner'.split(
    ' ',
  ),
);
