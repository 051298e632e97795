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
