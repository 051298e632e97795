// What a moderator says of who is who in a server's own documents: two names are one, a form does not mean somebody, an office is theirs
// or not. Everything is named as texts write it, so that it holds whatever else is read beside.

export const correctionKinds = ['same', 'not', 'office', 'no-office'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export interface Correction {
  readonly kind: CorrectionKind;
  /** Somebody's name. */
  readonly name: string;
  /** `same`: who that is. `not`: the form that does not mean them. Else an office. */
  readonly other: string;
}
