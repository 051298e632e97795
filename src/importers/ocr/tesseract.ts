// Text recognition by a tesseract that the operator installed. It gets a picture as bare pixels, which no parser can stumble
// over, one page at a time, without our environment.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Picture } from './page-picture.ts';

export interface Recogniser {
  /** hOCR of a page. Rejects where the program cannot be run, fails or takes too long. */
  recognise(picture: Picture): Promise<string>;
  /** Why it cannot be used: what the program said, or that it lacks a language; undefined where all is well. */
  trouble(): Promise<string | undefined>;
}

export interface Tesseract {
  /** The path of the program. */
  readonly program: string;
  /** As tesseract names them: `eng+deu`. */
  readonly languages: string;
}

/** A dense page takes ten seconds of a processor on a small machine, and a busy one gives a third of it. */
const patienceMs = 120_000;
/** A page of hOCR has some hundred bytes for each word. */
const mostBytes = 8 * 1024 * 1024;

export function openTesseract({ program, languages }: Tesseract): Recogniser {
  let last: Promise<unknown> = Promise.resolve();
  return {
    recognise: (picture) => {
      const dots = Math.round(picture.scale * 72);
      const words = ['stdin', 'stdout', '-l', languages, '--dpi', String(dots)];
      const next = last.then(() =>
        run(program, [...words, '-c', 'tessedit_create_hocr=1'], greyMap(picture)),
      );
      last = next.catch(() => undefined);
      return next;
    },
    trouble: async () => {
      try {
        const known = new Set((await run(program, ['--list-langs'])).split(/\s+/u));
        const missing = languages.split('+').filter((language) => !known.has(language));
        return missing.length === 0 ? undefined : `no data for ${missing.join(', ')}`;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

/** The simplest format of pictures, a line of text and the pixels (PGM). */
function greyMap({ width, height, pixels }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}

function run(program: string, words: readonly string[], input?: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      // One thread: several gain little and take the processors from those who ask something.
      env: { OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: patienceMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    const out: Buffer[] = [];
    let size = 0;
    let complaint = '';
    child.on('error', reject);
    child.on('spawn', () => giveWay(child.pid));
    child.stdout.on('data', (bytes: Buffer) => {
      size += bytes.length;
      out.push(bytes);
      if (size > mostBytes) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = `${complaint}${text}`.slice(0, 500);
    });
    // Whoever ends before it has read its input breaks the pipe; what it said tells why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (status, signal) => {
      if (status === 0) resolve(Buffer.concat(out).toString('utf8'));
      else reject(new Error(`${signal ?? `status ${status}`} ${complaint.trim().split('\n', 1)[0]}`.trim()));
    });
  });
}

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system has no such order.
  }
}
