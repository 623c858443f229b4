/** M2: rows of Today stay where they are while somebody points at them. */

import { describe, expect, it } from 'vitest';
import { steadyRows } from '../../../src/app/table/steady-rows.ts';

const row = (id: string, group = 'act-now') => ({ duty: { id }, group });
const none: ReadonlySet<string> = new Set();

describe('M2: rows while others work', () => {
  it('follow what there is when nobody points at them', () => {
    expect(steadyRows([row('a'), row('b')], [row('c'), row('a')], false, none)).toEqual([row('c'), row('a')]);
  });

  it('stay, say so when a colleague settled them, and what is new comes last', () => {
    expect(steadyRows([row('a'), row('b')], [row('c'), row('b')], true, none)).toEqual([
      { ...row('a'), gone: true },
      row('b'),
      row('c'),
    ]);
  });

  it('keep their group while held', () => {
    expect(steadyRows([row('a')], [row('a', 'later')], true, none)).toEqual([row('a')]);
  });

  it('go, or move, at once when this person acted', () => {
    const own = new Set(['a', 'b']);
    expect(steadyRows([row('a'), row('b'), row('c')], [row('b', 'later'), row('c')], true, own)).toEqual([
      row('c'),
      row('b', 'later'),
    ]);
  });
});
