// `npm run settings` writes docs/settings.md from the settings that are checked.
import { writeFileSync } from 'node:fs';
import { settingsPage } from '../src/settings/table.ts';

writeFileSync('docs/settings.md', settingsPage());
