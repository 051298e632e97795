// Where the libraries get the trained model from: it is loaded once, when somebody first needs it, and all share it.
import { type Model, type ModelOptions, openModel } from './model.ts';

/** The model, or undefined where it cannot be had: then words alone tell. Loads it when it is first called. */
export type ModelSource = () => Promise<Model | undefined>;

/** `told` is called once where the model is missing, damaged, or cannot run on this machine. */
export function modelSource(options: ModelOptions, told: (error: unknown) => void): ModelSource {
  let opened: Promise<Model | undefined> | undefined;
  return () => {
    opened ??= openModel(options).catch((error: unknown) => {
      told(error);
      return undefined;
    });
    return opened;
  };
}
