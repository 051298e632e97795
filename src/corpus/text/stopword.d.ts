// What is used of the package, which brings no types.
declare module 'stopword' {
  export const deu: readonly string[];
  export const eng: readonly string[];
  export const fra: readonly string[];
  export const pol: readonly string[];
  export const ukr: readonly string[];
}
