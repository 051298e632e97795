// thesaurus.yaml as it is written: groups of near synonyms, checked one at a time, so that a wrong one hides no other.
import { z } from 'zod';
import type { Problem } from '../../common/errors.ts';
import { problemsOf, type Validated } from '../../common/validation.ts';
import { synonymsSchema } from './dossier-file.ts';
import { parseYaml } from './yaml.ts';

/** The groups that are right by themselves, and what is wrong with the others, by line. */
export interface ReadThesaurus {
  readonly groups: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

const fileSchema = z.strictObject({ synonyms: z.array(z.unknown()).default([]) });
const written = z.looseObject(fileSchema.shape);

/** Reads a thesaurus's file; one that is no YAML has no groups and one problem. */
export function readThesaurus(source: string, file: string): ReadThesaurus {
  const yaml = parseYaml(source, file, 1, 'area.thesaurus');
  if ('message' in yaml) return { groups: [], problems: [yaml] };
  const { data, placeOf } = yaml;
  const validated: Validated = {
    placeOf,
    wanted: (path) => (path.length === 0 ? 'wanted.thesaurus' : 'wanted.synonyms'),
    known: () => Object.keys(fileSchema.shape),
    area: 'area.thesaurus',
  };
  const whole = fileSchema.safeParse(data);
  const problems = whole.success ? [] : problemsOf(whole.error, data, validated);
  const groups = (written.safeParse(data).data?.synonyms ?? []).flatMap((group, index) => {
    const checked = synonymsSchema.safeParse(group);
    if (checked.success) return [checked.data];
    const issues = checked.error.issues.map((issue) => ({
      ...issue,
      path: ['synonyms', index, ...issue.path],
    }));
    problems.push(...problemsOf(new z.ZodError(issues), data, validated));
    return [];
  });
  return { groups, problems };
}
