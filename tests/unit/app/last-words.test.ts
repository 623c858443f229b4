/** Before the tab is loaded anew: what was typed is kept, or they were told that it is lost. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Field,
  keepLast,
  keepLastWords,
  noteBefore,
  noteTyping,
  reloadOnceKept,
  savingWords,
} from '../../../src/app/lock/last-words.ts';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

type Keeper = () => Promise<boolean>;
const kept: Keeper = () => Promise.resolve(true);
const unkept: Keeper = () => Promise.resolve(false);
const broken: Keeper = () => Promise.reject(new Error('offline'));

/** How often the tab was loaded anew. */
async function pressed(keepers: readonly Keeper[], told: boolean) {
  for (const keep of keepers) ends.push(keepLast(keep));
  let reloads = 0;
  const all = await reloadOnceKept(told, () => {
    reloads += 1;
  });
  return { all, reloads };
}

describe('H2 · Reload', () => {
  it.each<readonly [string, readonly Keeper[], boolean, { all: boolean; reloads: number }]>([
    ['loads at once where nothing is open', [], false, { all: true, reloads: 1 }],
    ['loads once the draft is kept', [kept, kept], false, { all: true, reloads: 1 }],
    ['does not load over words that could not be kept', [kept, unkept], false, { all: false, reloads: 0 }],
    ['does not load where keeping failed', [broken, kept], false, { all: false, reloads: 0 }],
    ['loads over lost words for whoever was told', [unkept], true, { all: false, reloads: 1 }],
  ])('%s', async (_, keepers, told, expected) => {
    expect(await pressed(keepers, told)).toEqual(expected);
  });

  it('waits until the draft is in the book', async () => {
    const happened: string[] = [];
    ends.push(
      keepLast(async () => {
        await Promise.resolve();
        happened.push('kept');
        return true;
      }),
    );
    await reloadOnceKept(false, () => happened.push('loaded'));
    expect(happened).toEqual(['kept', 'loaded']);
  });

  it('asks no form that has closed', async () => {
    keepLast(unkept)();
    expect(await keepLastWords()).toBe(true);
  });
});

/** A field as the page has it, typed into. */
function typedField(traits: Partial<Field> & { readonly role?: string; readonly within?: string } = {}) {
  const field: { isConnected: boolean; value: string } & Omit<Field, 'isConnected' | 'value'> = {
    isConnected: true,
    type: 'textarea',
    value: 'Not this week',
    getAttribute: (name: string) => (name === 'role' ? (traits.role ?? null) : null),
    closest: (asked: string) => (asked === traits.within ? {} : null) as Element | null,
    ...traits,
  };
  noteTyping(field as Field);
  ends.push(() => {
    field.isConnected = false;
  });
  return field;
}

describe('H2 · words that nobody said how to keep', () => {
  it.each<readonly [string, Parameters<typeof typedField>[0], boolean]>([
    ['are lost: a reason in an open page', {}, false],
    ['are lost: a name in a line', { type: 'text' }, false],
    ['are none where the field is empty again', { value: ' ' }, true],
    ['are none where the field has gone', { isConnected: false }, true],
    ['are none in a tick', { type: 'checkbox', value: 'on' }, true],
    ['are none in a list to pick from', { type: 'text', role: 'combobox' }, true],
    ['are kept within a form with a draft', { within: '[data-kept]' }, true],
  ])('%s', async (_, traits, nothingLost) => {
    typedField(traits);
    expect(await keepLastWords()).toBe(nothingLost);
  });

  it('are lost although another form is kept', async () => {
    ends.push(keepLast(kept));
    typedField();
    expect(await keepLastWords()).toBe(false);
  });

  it('do not go by the first press, before they read of it', async () => {
    typedField();
    expect(await pressed([], false)).toEqual({ all: false, reloads: 0 });
    expect(await pressed([], true)).toEqual({ all: false, reloads: 1 });
  });
});

describe('H2 · a form that stays on the page', () => {
  const isOf =
    (...fields: readonly object[]) =>
    (field: object) =>
      fields.includes(field);

  it('loses nothing once it was saved', async () => {
    const field = typedField();
    const saved = savingWords(isOf(field));
    expect(await keepLastWords()).toBe(false);
    saved();
    expect(await keepLastWords()).toBe(true);
  });

  it('loses what was typed while it was being saved', async () => {
    const field = typedField();
    const saved = savingWords(isOf(field));
    field.value = 'Not this week, and not the next';
    saved();
    expect(await keepLastWords()).toBe(false);
  });

  it('loses what is typed after it was saved', async () => {
    const field = typedField();
    savingWords(isOf(field))();
    noteTyping(field as Field);
    expect(await keepLastWords()).toBe(false);
  });

  it('keeps nothing of another form', async () => {
    const [mine] = [typedField(), typedField()];
    savingWords(isOf(mine))();
    expect(await keepLastWords()).toBe(false);
  });

  it.each([
    ['loses nothing where a field says again what stood there', '24', true],
    ['loses what a field says instead', '36', false],
  ])('%s', async (_, value, nothingLost) => {
    const field = typedField({ isConnected: false, value: '24' });
    field.isConnected = true;
    savingWords(isOf(field))();
    noteBefore(field as Field);
    field.value = value;
    noteTyping(field as Field);
    // Coming back to it later changes nothing about what stood there at first.
    noteBefore(field as Field);
    expect(await keepLastWords()).toBe(nothingLost);
  });

  it('measures by what was saved, not by what stood there before', async () => {
    const field = typedField({ value: '24' });
    savingWords(isOf(field))();
    noteBefore(field as Field);
    field.value = '36';
    noteTyping(field as Field);
    savingWords(isOf(field))();
    noteBefore(field as Field);
    field.value = '24';
    noteTyping(field as Field);
    expect(await keepLastWords()).toBe(false);
  });
});
