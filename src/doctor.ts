// Entry point of `npm run doctor`: what stands well and what does not, a line each; exit status 1 where something fails.
import { examine, hasFailed, linesOf } from './doctor/doctor.ts';
import { endWith } from './ending.ts';

try {
  const examination = await examine(process.argv.slice(2));
  for (const line of linesOf(examination, process.stdout)) process.stdout.write(`${line}\n`);
  process.exitCode = hasFailed(examination.findings) ? 1 : 0;
} catch (error) {
  endWith(error);
}
