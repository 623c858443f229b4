/** C2 and C3 in the form: who is warned about what, and when a tick is asked for before saving. */

import { describe, expect, it } from 'vitest';
import { cautionKey, cautionsIn, tickFor } from '../../../src/app/record/cautions.ts';
import { openForm, stepForm } from '../../../src/app/record/form-state.ts';
import { safeContactOf } from '../../../src/app/record/safe-contact.ts';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { exampleOf } from '../../support/examples.ts';

const careful = '9BGPNH00W' as Code;
const open = '2GW9KRPCZ' as Code;
const contact = kindOf('contact');
const hearing = kindOf('hearing');
const view = {
  entries: new Map([
    [
      'defender',
      [
        { record: { about: careful, forbiddenChannels: ['phone'], onlyThemStart: true } },
        { record: { about: open } },
      ] as unknown as readonly Entry[],
    ],
  ]),
};
const byPhone = { about: careful, channel: 'phone' };
const alsoStarted = { ...byPhone, direction: 'by-mission' };

describe('C2 C3 cautions in a form', () => {
  it('stand beside the field they are about, in the words of the kind', () => {
    expect(cautionsIn(contact, alsoStarted, view)).toEqual([
      { about: careful, field: 'channel', words: 'cautions.contact.forbidden-channel' },
      { about: careful, field: 'direction', words: 'cautions.contact.only-they-start' },
    ]);
  });

  it('look at everybody whom the entry names', () => {
    const named = { about: open, named: [careful], channel: 'phone' };
    expect(cautionsIn(contact, named, view).map(({ about }) => about)).toEqual([careful]);
  });

  it('stand also where the kind speaks of nobody: an organisation whose independence is in doubt', () => {
    const inDoubt = { organisation: 'Oskel Legal Advice Desk', independence: 'in-doubt' };
    expect(cautionsIn(kindOf('protection-actor'), inDoubt, view)).toEqual([
      { about: undefined, field: 'independence', words: 'cautions.protection-actor.not-sole-source' },
    ]);
  });

  it.each([
    ['somebody not known here', contact, { about: 'GSCP57DRW', channel: 'phone' }],
    ['nobody chosen yet', contact, { channel: 'phone' }],
    ['a name typed where a code belongs', contact, { about: 'Ana', channel: 'phone' }],
    ['a kind that warns of nothing', hearing, byPhone],
  ])('are none for %s', (_, kind, values) => {
    expect(cautionsIn(kind, values, view)).toEqual([]);
  });
});

describe('C2 the tick before the first save', () => {
  const [forbidden, started] = cautionsIn(contact, alsoStarted, view);
  if (!forbidden || !started) throw new Error('two cautions were expected');
  const both = [forbidden, started];

  it.each([
    ['nothing to warn of', [], [], [], undefined],
    ['a caution', both, [], [], false],
    ['all of it ticked', both, [], both, true],
    ['a caution that came after the tick', both, [], [forbidden], false],
    ['what the stored entry had already', both, both, [], undefined],
    ['something new on a stored entry', both, [forbidden], [], false],
  ])('%s', (_, now, before, seen, tick) => {
    expect(tickFor(now, before, new Set(seen.map(cautionKey)))).toBe(tick);
  });

  it('is kept by the form and can be taken back', () => {
    const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BD' as EntryId;
    const ticked = stepForm(openForm({ kind: 'contact', entry, values: byPhone }), {
      do: 'see',
      cautions: [cautionKey(forbidden)],
    });
    expect([...ticked.seen]).toEqual([cautionKey(forbidden)]);
    expect(stepForm(ticked, { do: 'see', cautions: [] }).seen.size).toBe(0);
  });
});

describe('C3 how to reach them safely', () => {
  it('is told in full', () => {
    expect(safeContactOf(exampleOf(kindOf('defender')))).toEqual({
      onlyThemStart: false,
      safe: [{ channel: 'secure-message' }, { channel: 'in-person', hint: 'Market days' }],
      never: ['phone'],
      hours: '18:00 to 20:00',
      codeWordHint: 'The fruit we talked about',
      checkedOn: '2026-11-02',
    });
  });

  it.each([
    ['nobody known', undefined],
    ['nothing noted', { about: open }],
    ['a day of checking and nothing checked', { about: open, contactCheckedOn: '2026-11-02' }],
    [
      'rows edited by hand',
      { about: open, safeChannels: [{ channel: 7 }, null], forbiddenChannels: 'phone' },
    ],
  ])('is unknown for %s', (_, record) => {
    expect(safeContactOf(record)).toBeUndefined();
  });

  it('is known as soon as only they may start', () => {
    expect(safeContactOf({ about: open, onlyThemStart: true })?.onlyThemStart).toBe(true);
  });
});
