// The changelog by version: `## 0.2.0 – 2026-11-30` heads each, `## Unreleased` what is in none yet.

/** What stands below a version's heading, up to the next one; undefined where there is no such version or nothing below it. */
export function sectionOf(changelog: string, version: string): string | undefined {
  const [, ...sections] = changelog.split(/^## /mu);
  const section = sections.find((each) => each.split(/\s/u, 1)[0] === version);
  const text = section?.slice(section.indexOf('\n')).trim();
  return text === '' ? undefined : text;
}

/** The versions, in the order in which they stand, with their days. */
export function versionsOf(changelog: string): { version: string; day: string }[] {
  const headings = changelog.matchAll(/^## (?<version>\d+\.\d+\.\d+) – (?<day>\d{4}-\d{2}-\d{2})$/gmu);
  return [...headings].map(({ groups }) => ({
    version: groups?.['version'] ?? '',
    day: groups?.['day'] ?? '',
  }));
}
