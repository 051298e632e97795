// Speed beside quality as a picture: the further left and up, the better.

export interface Row {
  readonly name: string;
  /** Milliseconds of a question. */
  readonly p50: number;
  readonly p99: number;
  /** The share of questions with the right passage among the first thirty, and at the very first. */
  readonly among: number;
  readonly first: number;
}

const [width, height, left, bottom] = [860, 420, 60, 370];
const decades = [0.1, 1, 10, 100, 1_000, 10_000];

const x = (ms: number): number => left + ((Math.log10(Math.max(0.1, ms)) + 1) / 5) * (width - left - 20);
const y = (portion: number): number => bottom - portion * (bottom - 30);

/** An SVG: each engine as a line from its median to its 99th percentile, at the height of the share found. */
export function chartOf(rows: readonly Row[], passages: number): string {
  const colours = ['#1f6f54', '#3b6fb6', '#9a5b13', '#b33f62', '#6a51a3', '#555555'];
  const lines = rows.map(({ name, p50, p99, among, first }, at) => {
    const colour = colours[at % colours.length];
    return `<g stroke="${colour}" fill="${colour}">
<line x1="${x(p50)}" x2="${x(p99)}" y1="${y(among)}" y2="${y(among)}" stroke-width="3"/>
<circle cx="${x(p50)}" cy="${y(among)}" r="5"/>
<circle cx="${x(p50)}" cy="${y(first)}" r="5" fill="white" stroke-width="2"/>
<circle cx="${left + 14}" cy="${48 + at * 18}" r="5"/>
<text x="${left + 26}" y="${52 + at * 18}" stroke="none">${name}: ${among.toFixed(3)} and ${first.toFixed(3)}, ${p50.toFixed(1)} and ${p99.toFixed(1)} ms</text></g>`;
  });
  const grid = decades.map(
    (ms) =>
      `<line x1="${x(ms)}" x2="${x(ms)}" y1="30" y2="${bottom}" stroke="#ddd"/><text x="${x(ms)}" y="${bottom + 18}" text-anchor="middle">${ms}</text>`,
  );
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (each) =>
      `<line x1="${left}" x2="${width - 20}" y1="${y(each)}" y2="${y(each)}" stroke="#eee"/><text x="${left - 8}" y="${y(each) + 4}" text-anchor="end">${each}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="white"/>
<text x="${left}" y="18">${passages} passages. Filled: the right one among thirty, from the median to the 99th percentile; hollow: at the very first</text>
${[...shares, ...grid, ...lines].join('\n')}
<text x="${(left + width) / 2}" y="${bottom + 38}" text-anchor="middle">milliseconds of a question</text>
</svg>
`;
}
