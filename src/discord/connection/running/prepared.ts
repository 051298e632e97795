// A library from which anything can be answered at once.
import type { Library } from '../../../library.ts';

/** With everything read; its vectors are made from now on. */
export async function prepared(library: Library): Promise<Library> {
  try {
    await library.prepare();
  } catch (error) {
    library.close();
    throw error;
  }
  void library.vectors();
  return library;
}
