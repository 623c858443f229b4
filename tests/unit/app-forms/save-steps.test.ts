/** One press on Save, driven through the form's own machine: it always ends, and what was typed is still there. */
import { describe, expect, it } from 'vitest';
import { type FormEvent, openForm, stepForm } from '../../../src/app/record/form-state.ts';
import { type Press, pressSave, saveChosen } from '../../../src/app/record/save-steps.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import type { SaveOutcome } from '../../../src/log/writing/saving.ts';

const draft = { kind: 'contact', entry: 'e'.repeat(32) as EntryId, values: { gist: 'They are well' } };
const unfetched = new TypeError('Failed to fetch dynamically imported module: https://tab.example/acts.js');
const readOnly: SaveOutcome = { outcome: 'read-only', why: 'role' };

const sound: Press = {
  ready: true,
  mayStand: () => Promise.resolve(true),
  save: () => Promise.resolve(readOnly),
};

/** Where the form stands from step to step. */
async function standings(act: (step: (event: FormEvent) => void) => Promise<void>) {
  let state = openForm(draft);
  const passed: string[] = [];
  await act((event) => {
    state = stepForm(state, event);
    passed.push(state.standing.is);
  });
  return { passed, state };
}

describe('H2 · a press on Save', () => {
  const cases: readonly (readonly [string, Partial<Press>, readonly string[]])[] = [
    ['that may not be sent yet leaves the form open', { ready: false }, ['open']],
    ['ends with what the log answered', {}, ['saving', 'read-only']],
    [
      'goes back to the form where a name is to be taken out',
      { mayStand: () => Promise.resolve(false) },
      ['saving', 'open'],
    ],
    [
      'fails where the check for names could not be fetched',
      { mayStand: () => Promise.reject(unfetched) },
      ['saving', 'failed'],
    ],
    [
      'fails where what saves could not be fetched',
      { save: () => Promise.reject(unfetched) },
      ['saving', 'failed'],
    ],
  ];
  it.each(cases)('%s', async (_, press, expected) => {
    const { passed, state } = await standings((step) => pressSave({ ...sound, ...press }, step));
    expect(passed).toEqual(expected);
    expect(state.draft).toEqual(draft);
    if (state.standing.is === 'failed') expect(state.standing.error).toBe(unfetched);
  });

  it('after somebody else saved first fails in words too', async () => {
    const { passed } = await standings((step) => saveChosen(() => Promise.reject(unfetched), step));
    expect(passed).toEqual(['failed']);
  });
});
