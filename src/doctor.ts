// Entry point of `npm run doctor`: what stands well and what does not, a line each.
import { runDoctor } from './doctor/doctor.ts';

await runDoctor(process.argv.slice(2));
