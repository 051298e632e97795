// satori, with one mistake mended as it is loaded: up to 0.63.2 it moves an accent down by what the font moves it up
// (fonts count upwards, pictures downwards), so that Й́ or Arabic dots come out wrong. Others have reported it
// (github.com/vercel/satori/issues/668); a version that has mended it is left as it is.
import { registerHooks } from 'node:module';

const wrong = /=(\w+)\+(\w+)\.dy\*/gu;

const hooks = registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith('/satori/dist/index.js') || loaded.source == null) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    return { ...loaded, source: source.replaceAll(wrong, '=$1-$2.dy*') };
  },
});

export const { default: satori } = await import('satori');
hooks.deregister();
