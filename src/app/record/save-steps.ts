/** One press on Save, step by step: whichever way it goes it ends with an answer, so that no form stays at "Saving". */

import type { SaveOutcome } from '../../log/writing/saving.ts';
import type { FormEvent } from './form-state.ts';

type Step = (event: FormEvent) => void;

export interface Press {
  /** Nothing is missing or wrong. */
  readonly ready: boolean;
  /** Whether the words may be saved as they are; rejects where that cannot be found out. */
  mayStand(): Promise<boolean>;
  save(): Promise<SaveOutcome>;
}

/** Never rejects. */
export async function pressSave(press: Press, step: Step): Promise<void> {
  step({ do: 'submit', sound: press.ready });
  if (!press.ready) return;
  await answered(step, async () =>
    (await press.mayStand()) ? { do: 'outcome', outcome: await press.save() } : { do: 'resume' },
  );
}

/** Never rejects: what `save` rejects with is the answer. */
export function saveChosen(save: () => Promise<SaveOutcome>, step: Step): Promise<void> {
  return answered(step, async () => ({ do: 'outcome', outcome: await save() }));
}

/** A part that cannot be fetched any more, after a new version was put up, is a failure like any other. */
async function answered(step: Step, act: () => Promise<FormEvent>): Promise<void> {
  try {
    step(await act());
  } catch (error) {
    step({ do: 'fail', error });
  }
}
