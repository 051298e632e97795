// Values as files write them, made such as front matter takes them; what cannot be is left out.

/** 512 characters are what a link button of Discord takes, and what front matter does. */
export function address(value: string | undefined): string | undefined {
  if (value === undefined || !/^https?:\/\//iu.test(value) || !URL.canParse(value)) return undefined;
  const { href } = new URL(value);
  return href.length <= 512 ? href : undefined;
}

/** `en_GB` and `EN` as front matter wants them; anything that is no code is none. */
export function language(value: string | undefined): string | undefined {
  const [, code, region] = /^\s*([a-z]{2,3})(?:[-_]([a-z0-9]{2,8}))?\b/iu.exec(value ?? '') ?? [];
  if (code === undefined || (value ?? '').trim().length > 20) return undefined;
  return region === undefined
    ? code.toLowerCase()
    : `${code.toLowerCase()}-${region.length === 2 ? region.toUpperCase() : region}`;
}
