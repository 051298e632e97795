// The states of the United States as texts name them and as news shortens them behind a name: "(R-Fla.)", "(I-Vt.)". No package has what
// newspapers write; postal codes are read as well.
const short: Readonly<Record<string, string>> = Object.fromEntries(
  `Alabama:ala al|Alaska:ak|Arizona:ariz az|Arkansas:ark ar|California:calif ca|Colorado:colo co|Connecticut:conn ct|Delaware:del de|Florida:fla fl|
  Georgia:ga|Hawaii:hi|Idaho:id|Illinois:ill il|Indiana:ind in|Iowa:ia|Kansas:kan ks|Kentucky:ky|Louisiana:la|Maine:me|Maryland:md|
  Massachusetts:mass ma|Michigan:mich mi|Minnesota:minn mn|Mississippi:miss ms|Missouri:mo|Montana:mont mt|Nebraska:neb ne|Nevada:nev nv|
  New Hampshire:nh|New Jersey:nj|New Mexico:nm|New York:ny|North Carolina:nc|North Dakota:nd|Ohio:oh|Oklahoma:okla ok|Oregon:ore or|
  Pennsylvania:pa|Rhode Island:ri|South Carolina:sc|South Dakota:sd|Tennessee:tenn tn|Texas:tex tx|Utah:ut|Vermont:vt|Virginia:va|
  Washington:wash wa|West Virginia:wva wv|Wisconsin:wis wi|Wyoming:wyo wy`
    .split('|')
    .flatMap((row) => {
      const [name = '', all = ''] = row.trim().split(':');
      return [name.toLowerCase(), ...all.split(' ')].map((each) => [each, name] as const);
    }),
);

/** The state that words name whole or short, folded, with or without points; "in" and "me" only where a party stands before them. */
export function stateOf(low: string): string | undefined {
  return short[low.replace(/[.]/gu, '').trim()];
}
