// Names of offices, as letterheads and signatures give them: nothing but words of which such names are made.

const office =
  /^(?:the )?(?:(?:federal|royal|state|foreign) )?(?:ministry|department|office|embassy|secretariat|permanent mission|government|consulate|bundesministerium|ministerium|auswärtiges amt|staatskanzlei|senatskanzlei|botschaft|ministère|présidence|ambassade|secrétariat|ministerstwo|kancelaria|ambasada|urząd|міністерство|посольство|офіс|секретаріат)(?![\p{L}\p{M}])/iu;
const longestOffice = 110;
const nameWord =
  /^(?:[\p{Lu}\d][\p{L}\p{M}\p{N}’'.-]*|of|the|for|and|to|in|on|der|des|die|das|für|und|von|zu|im|de|du|la|le|les|et|aux?|à|i|w|we|ds|z|та|і|з|у|в|affaires|étrangères|relations|extérieures|intérieur|закордонних|внутрішніх|справ)[,]?$/u;

export function isOfficeName(written: string): boolean {
  const line = written.trim();
  return (
    line.length <= longestOffice &&
    office.test(line) &&
    line.split(/\s+/u).every((word) => nameWord.test(word))
  );
}

/** What calls bodies by their kind, wherever it stands in their names: "Corvane Assembly", "Conseil de la Baie". */
const body =
  /(?<![\p{L}\p{M}])(?:assembly|parliament|council|commission|committee|senate|congress|agency|authority|court|bundestag|bundesrat|landtag|senat|(?:\p{L}+)?rat|(?:\p{L}+)?kommission|(?:\p{L}+)?ausschuss|(?:\p{L}+)?behörde|assemblée|parlement|sénat|conseil|comité|agence|autorité|cour|sejm|rada|komisja|komitet|agencja|парламент|рада|комісія|комітет|агентство|асамблея)(?![\p{L}\p{M}])/iu;

/** Whether a line is the name of an office or of a body, such as a parliament. */
export function isBodyName(written: string): boolean {
  const line = written.trim();
  if (isOfficeName(line)) return true;
  const words = line.split(/\s+/u);
  return (
    line.length <= longestOffice &&
    words.length > 1 &&
    body.test(line) &&
    words.every((word) => nameWord.test(word))
  );
}
