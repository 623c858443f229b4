/** Before the tab is loaded anew: a dialog that nobody filled in holds nothing that would be lost. */
import { describe, expect, it } from 'vitest';
import { type Control, standsIn, watchFilling } from '../../../src/app/lock/filled-in.ts';

/** A dialog whose controls hold these values, and what happens in it. */
function dialog() {
  let values = ['Told', '2026-11-20', ''];
  const filling = watchFilling(() => values);
  const acts = {
    focus: () => filling.look(),
    press: () => {
      filling.look();
      filling.touch();
    },
    type: (value: string) => {
      values = values.with(2, value);
      filling.touch();
    },
    pick: (value: string) => {
      values = values.with(0, value);
    },
    arrive: () => {
      values = [...values, 'Salt Heron'];
    },
  };
  return { acts, filling };
}

type Acts = ReturnType<typeof dialog>['acts'];

describe('H2 · an open dialog', () => {
  it.each<readonly [string, (acts: Acts) => readonly unknown[], boolean]>([
    ['holds nothing as it opens', () => [], false],
    ['holds nothing while one looks at it', ({ focus }) => [focus(), focus()], false],
    [
      'holds nothing once a button was pressed that says what is missing',
      ({ focus, press }) => [focus(), press()],
      false,
    ],
    ['holds what was typed', ({ focus, press, type }) => [focus(), press(), type('Why')], true],
    ['holds what came without a key', ({ focus, type }) => [focus(), type('Said aloud')], true],
    ['holds what came before anything was looked at', ({ type }) => [type('Filled in by the browser')], true],
    ['holds a choice', ({ focus, press, pick }) => [focus(), press(), pick('Not told')], true],
    [
      'holds nothing once a choice was taken back',
      ({ press, pick }) => [press(), pick('Not told'), press(), pick('Told')],
      false,
    ],
    [
      'holds nothing once words were taken out again',
      ({ press, type }) => [press(), type('Why'), type('')],
      false,
    ],
    ['holds nothing where a list arrives by itself', ({ focus, arrive }) => [focus(), arrive()], false],
    [
      'holds nothing where it arrived before the first touch',
      ({ focus, arrive, press }) => [focus(), arrive(), press()],
      false,
    ],
    ['holds what is there besides, once touched', ({ press, arrive }) => [press(), arrive()], true],
  ])('%s', (_, happens, expected) => {
    const { acts, filling } = dialog();
    happens(acts);
    expect(filling.holdsSomething()).toBe(expected);
  });
});

describe('H2 · what stands in a control', () => {
  const control = (more: Partial<Control> & { readonly pressed?: string }): Control => ({
    textContent: 'Kept',
    getAttribute: (name) => (name === 'aria-pressed' ? (more.pressed ?? null) : null),
    ...more,
  });

  it.each<readonly [string, Control, string]>([
    ['words of a line', control({ type: 'text', value: 'Why' }), 'Why'],
    ['a choice of a list', control({ type: 'select-one', value: 'told' }), 'told'],
    ['a tick, whatever it would send', control({ type: 'checkbox', value: 'on', checked: true }), 'true'],
    ['no tick', control({ type: 'radio', value: 'on', checked: false }), 'false'],
    ['what the button of a list shows', control({ type: 'button', value: '' }), 'Kept  '],
    ['a button that stays pressed', control({ type: 'button', value: '', pressed: 'true' }), 'Kept  true'],
  ])('%s', (_, one, expected) => {
    expect(standsIn(one)).toBe(expected);
  });
});
