// Prints a document of the sample with its paragraphs numbered as they are cited, for whoever marks it.
//   node tests/eval/people/show.ts FILE.jsonl.gz DOC-ID …
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readLine } from '../../../src/corpus/files/json-lines.ts';
import { passagesOf } from '../../../src/corpus/passages.ts';

const [file = '', ...ids] = process.argv.slice(2);
for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
  if (!ids.some((id) => line.includes(`"docId": ${JSON.stringify(id)},`))) continue;
  const document = readLine(line, { file });
  if (Array.isArray(document)) throw new Error(`${file}: a line that cannot be read`);
  console.log(`\n=== ${document.id}\n${document.title?.value ?? ''}`);
  for (const { paragraph, text } of passagesOf(document, { headings: false }))
    console.log(`[${paragraph}] ${text}`);
}
