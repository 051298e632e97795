// Entry point of every program that npm's scripts and the image start, `node src/start.js main`: says in one line what to do where
// Node cannot run it. Plain JavaScript, and `then` in place of `await`, since an old Node must be able to read it.
import { existsSync, readFileSync } from 'node:fs';

/** As everywhere: nothing can run as it is, or the words it was called with are wrong. */
const unusable = 2;

/** @type {{ version: string, engines: { node: string } }} */
const { version, engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** @param {string} text */
function numbersOf(text) {
  const [, major, minor] = /(\d+)(?:\.(\d+))?/.exec(text) || [];
  return [Number(major), Number(minor || 0)];
}

/** `engines` says `>=24.1` or `>=24`, and npm reads the same. */
function isTooOld() {
  const [leastMajor = 0, leastMinor = 0] = numbersOf(engines.node);
  const [major = 0, minor = 0] = numbersOf(process.version);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

/**
 * Why the program cannot be run, if so.
 * @param {URL} program
 * @param {string} name
 */
function hindrance(program, name) {
  const least = engines.node.replace('>=', '');
  if (isTooOld())
    return `Communiqué needs Node ${least} or later, and this is ${process.version}: install a newer one from https://nodejs.org, or run "npm ci" without --omit=dev, which brings one for npm's scripts.`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(program))
    return `There is no program "${name.slice(0, 40)}": node src/start.js main|cli|deploy|…`;
  if (!existsSync(new URL('../node_modules', import.meta.url)))
    return 'The packages are not installed: run "npm ci --omit=dev" in the folder of Communiqué.';
  return undefined;
}

const [node = '', , name = 'main', ...words] = process.argv;
const program = new URL(`./${name}.ts`, import.meta.url);
const why = hindrance(program, name);

if (words.length === 1 && words[0] === '--version') {
  process.stdout.write(`${version}\n`);
} else if (why) {
  process.stderr.write(`${why}\n`);
  process.exitCode = unusable;
} else {
  // The program finds its words where it would find them if it were started by itself.
  process.argv = [node, program.pathname, ...words];
  import(program.href);
}
