// How wide letters are in the font of the PDFs that the tests make.

/** Widths of Helvetica, in thousandths of its size. */
const narrow: Readonly<Record<string, number>> = {
  ...{ f: 278, i: 222, j: 222, l: 222, r: 333, t: 278, ' ': 278, '.': 278, ',': 278, m: 833, w: 722 },
  ...{
    '[': 278,
    ']': 278,
    ')': 333,
    '*': 389,
    c: 500,
    k: 500,
    s: 500,
    v: 500,
    x: 500,
    y: 500,
    z: 500,
    '-': 333,
    ...{ A: 667, B: 667, C: 722, D: 722, E: 667, F: 611, G: 778, H: 722, I: 278, J: 500, K: 667, M: 833 },
    ...{ O: 778, P: 667, Q: 778, R: 722, S: 667, U: 722, V: 667, X: 667, Y: 667, Z: 611 },
    T: 611,
    N: 722,
    W: 944,
  },
};
/** How wide a line is in points. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + ((narrow[letter] ?? 556) * size) / 1000, 0);
