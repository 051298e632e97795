// Where the libraries get the trained model from: it is loaded once, when somebody first needs it, and all share it.
import { within } from '../common/within.ts';
import { type Model, type ModelOptions, openModel } from './model.ts';

export { forgetKept } from './shelf.ts';

/** The model, or undefined where it cannot be had, or not in time: then words alone tell. Loads it when it is first called. */
export type ModelSource = () => Promise<Model | undefined>;

export interface OpenedSource {
  readonly source: ModelSource;
  /** Whether the model could not be loaded, so that words alone answer. */
  readonly hasFailed: () => boolean;
  /** How many jobs wait for the model; none where it is not loaded. */
  waiting(): number;
  /** Has the model forget what it made of passages (`passageKey`), and resolves to whether it is gone from the file as well. */
  forget(keys: readonly string[]): Promise<boolean>;
  /** Ends the model's thread, where it was started: else it would finish what it prepares before the program ends. */
  close(): Promise<void>;
}

export interface SourceOptions extends ModelOptions {
  /** Milliseconds that a question waits for the model to be loaded; as long as it takes unless told. */
  readonly waits?: number;
  /** Milliseconds before one that could not be loaded is tried again. */
  readonly restsFor?: number;
}

/**
 * `told` is called once where the model is missing, damaged, or cannot run on this machine. It is tried again now and then: memory may have been short.
 */
export function modelSource(options: SourceOptions, told: (error: unknown) => void): OpenedSource {
  const { waits, restsFor = rest, ...opening } = options;
  let opened: Promise<Model | undefined> | undefined;
  let loaded: Model | undefined;
  let hasFailed = false;
  let restsUntil = Number.POSITIVE_INFINITY;
  const failed = (error: unknown): undefined => {
    if (!hasFailed) told(error);
    hasFailed = true;
    restsUntil = performance.now() + restsFor;
  };
  const load = (): Promise<Model | undefined> => {
    if (performance.now() >= restsUntil) {
      opened = undefined;
      // Whoever comes while it is tried again waits for the same attempt.
      restsUntil = Number.POSITIVE_INFINITY;
    }
    opened ??= openModel(opening).then((model) => {
      hasFailed = false;
      loaded = model;
      return model;
    }, failed);
    return opened;
  };
  return {
    hasFailed: () => hasFailed,
    waiting: () => loaded?.waiting ?? 0,
    source: () => (waits === undefined ? load() : within(waits, load(), undefined)),
    forget: async (keys) => {
      const model = await load();
      await model?.forget(keys);
      return model?.shelf === 'file';
    },
    close: async () => (await opened)?.close(),
  };
}

/** A model that could not be loaded is not tried again before, in milliseconds: reading 50 MB again and again serves nobody. */
const rest = 10 * 60_000;
