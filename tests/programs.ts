// The environment in which tests start the project's programs.
import { settingsSchema } from '../src/config.ts';

/**
 * None of the settings of whoever runs the tests counts, nor any of a `.env`: empty means not set. A program reads by words alone, so
 * that no test loads the model by accident; one that is to read with it names a READER_CACHE in a folder of its own.
 */
export function environmentOf(settings: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const unset = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, '']));
  return { ...process.env, NO_COLOR: '1', ...unset, READER: 'lexical', ...settings };
}
