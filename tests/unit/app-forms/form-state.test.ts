/** An open form: what counts as changed, when a problem shows, and what each outcome of saving leaves behind. */

import { describe, expect, it } from 'vitest';
import {
  type FormEvent,
  type FormState,
  filledIn,
  isChanged,
  isKept,
  isUnkept,
  keptAlready,
  openForm,
  pauseBeforeKeeping,
  sectionsOf,
  shownProblems,
  stepForm,
} from '../../../src/app/record/form-state.ts';
import { firstTimeWanting, sectionsWanting } from '../../../src/app/record/use-unfolded.ts';
import type { Verdict } from '../../../src/domain/consent/decision.ts';
import { noNeed } from '../../../src/domain/consent/need.ts';
import type { Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import { type AnyRecord, checkRecord, type Entry, type Problems } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { Draft, MergePlan, SaveOutcome } from '../../../src/log/writing/saving.ts';
import { exampleOf } from '../../support/examples.ts';

const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BD' as EntryId;
const at = '2026-11-20T09:42:00Z' as Instant;
const draft: Draft = { kind: 'contact', entry, values: { day: '2026-11-20' } };
const verdict: Verdict = {
  allowed: false,
  need: noNeed,
  covers: [],
  refusals: [],
  cleared: [],
  left: [],
};

function formAfter(...events: readonly FormEvent[]): FormState {
  return events.reduce(stepForm, openForm(draft));
}
function typed(raw: unknown): FormEvent {
  return { do: 'set', key: 'gist', raw };
}
const submitted: FormEvent = { do: 'submit', sound: true };
function came(outcome: SaveOutcome): FormEvent {
  return { do: 'outcome', outcome };
}

describe('M6: what the window must not go away with', () => {
  const written = formAfter(typed('Asked for news'));
  const kept = stepForm(written, { do: 'kept', draft: written.draft, at });
  it.each([
    ['nothing was typed', formAfter(), false],
    ['something was typed', written, true],
    ['the book has it', kept, false],
    ['more was typed since', stepForm(kept, typed('Asked for news of her case')), true],
    ['keeping it failed', stepForm(written, { do: 'not-kept' }), true],
    ['it is saved', formAfter(typed('x'), submitted, came(saved())), false],
  ])('%s', (_, state, unkept) => {
    expect(isUnkept(state)).toBe(unkept);
  });

  it.each<readonly [string, FormState, boolean | undefined]>([
    ['nothing was typed', formAfter(), true],
    ['something was typed', written, undefined],
    ['the book has it', kept, true],
    ['a save is on its way with words that no draft has', stepForm(written, submitted), false],
    ['a save is on its way with what the draft has', stepForm(kept, submitted), true],
    ['a save failed', stepForm(stepForm(written, submitted), { do: 'fail', error: 'gone' }), undefined],
    ['it is saved', formAfter(typed('x'), submitted, came(saved())), true],
  ])('is answered without writing, or is written: %s', (_, state, answer) => {
    expect(keptAlready(state)).toBe(answer);
  });

  it('goes to the book soon the first time, and less often after that', () => {
    expect(pauseBeforeKeeping(written)).toBe(3_000);
    expect(pauseBeforeKeeping(kept)).toBe(10_000);
  });
});

describe('what a picked entry tells about further fields', () => {
  const hearing: FormEvent = { do: 'take', values: { day: '2026-12-03', proceeding: 'P1' } };
  const another: FormEvent = { do: 'take', values: { day: '2026-12-10', proceeding: undefined } };
  const ownDay: FormEvent = { do: 'set', key: 'day', raw: '2026-11-19' };
  it.each([
    ['fills what is empty, and what the form began with', [hearing], ['2026-12-03', 'P1']],
    ['makes room for the entry picked after it', [hearing, another], ['2026-12-10', undefined]],
    ['leaves what somebody typed before', [ownDay, hearing], ['2026-11-19', 'P1']],
    ['leaves what somebody typed after', [hearing, ownDay, another], ['2026-11-19', undefined]],
  ] as const)('%s', (_, events, [day, proceeding]) => {
    const { values } = formAfter(...events).draft;
    expect([values.day, values.proceeding]).toEqual([day, proceeding]);
  });

  it('changes nothing stored', () => {
    const base = { id: '7', version: '1', record: { day: '2026-11-20' } };
    const change = stepForm(openForm({ ...draft, base }), hearing);
    expect(change.draft.values.day).toBe('2026-11-20');
  });

  it('is the day and the proceeding of the hearing, for an observation', () => {
    const example = exampleOf(kindOf('hearing'));
    const takenOver = kindOf('trial-observation').takesOver?.('hearing', example);
    expect(takenOver).toEqual({ day: '2026-12-03', proceeding: example.proceeding });
    expect(kindOf('trial-observation').takesOver?.('proceeding', example)).toEqual({});
  });

  it('is whom it concerns and the court of the proceeding, for a hearing', () => {
    const { about, named, court } = exampleOf(kindOf('proceeding'));
    const takenOver = kindOf('hearing').takesOver?.('proceeding', { about, named, court, stage: 'verdict' });
    expect(takenOver).toEqual({ about, named, court });
    expect(kindOf('hearing').takesOver?.('previous', { court })).toEqual({});
  });
});

describe('what is marked as needed', () => {
  it.each([
    ['a plan', { step: 'planned' }, []],
    ['an observation that took place', { step: 'done' }, ['access']],
    ['being turned away', { step: 'done', access: 'refused' }, ['access', 'accessGround']],
  ])('%s', (_, values, needed) => {
    expect(kindOf('trial-observation').needs?.(values)).toEqual(needed);
  });

  it('is what the rules then ask for', () => {
    const kind = kindOf('trial-observation');
    const { access, accessGround, ...bare } = { ...exampleOf(kind), step: 'done' } as Record<string, unknown>;
    expect([access, accessGround]).not.toContain(undefined);
    const checked = checkRecord(kind, bare, '2026-11-20' as Day);
    expect(checked.ok ? {} : checked.problems).toHaveProperty('access');
    expect(kind.needs?.(bare)).toContain('access');
  });
});

describe('what would be lost by closing', () => {
  it.each([
    ['nothing was typed', formAfter(), false],
    ['something was typed', formAfter(typed('Asked for news')), true],
    ['it was typed and taken back', formAfter(typed('x'), typed(undefined)), false],
    ['a duty was ticked', formAfter({ do: 'attach', with: { closes: [closing()] } }), true],
    [
      'a tick was taken back',
      formAfter({ do: 'attach', with: { closes: [closing()] } }, { do: 'attach', with: { closes: [] } }),
      false,
    ],
    ['it is saved', formAfter(typed('x'), submitted, came(saved())), false],
  ])('%s', (_, state, lost) => {
    expect(isChanged(state)).toBe(lost);
  });
});

describe('M6: the draft', () => {
  it('is in the book exactly as long as nothing more is typed', () => {
    const kept = formAfter(typed('x'), { do: 'kept', draft: formAfter(typed('x')).draft, at });
    expect(isKept(kept)).toBe(true);
    expect(kept.kept).toEqual({ where: 'book', at });
    expect(isKept(stepForm(kept, typed('xy')))).toBe(false);
  });

  it('counts as kept only what was sent, not what was typed while it travelled', () => {
    const sent = formAfter(typed('x')).draft;
    expect(isKept(formAfter(typed('x'), typed('xy'), { do: 'kept', draft: sent, at }))).toBe(false);
  });

  it('says that it is only in memory when the book could not be reached, and goes on', () => {
    const state = formAfter(typed('x'), { do: 'not-kept' });
    expect(state.kept).toEqual({ where: 'memory' });
    expect(state.draft.values.gist).toBe('x');
  });

  it('taken up again is kept already and keeps its entry id', () => {
    const state = openForm(draft, at);
    expect([isKept(state), isChanged(state), state.draft.entry]).toEqual([true, false, entry]);
  });
});

describe('M1: problems do not get in the way', () => {
  const contact = kindOf('contact');
  const found = (state: FormState): Problems => {
    const checked = checkRecord(contact, state.draft.values, '2026-11-20' as never);
    return checked.ok ? {} : checked.problems;
  };

  it('an empty field that was walked past is no mistake yet', () => {
    const state = formAfter({ do: 'leave', key: 'gist' });
    expect(shownProblems(state, found(state))).toEqual({});
  });

  it('a wrong value shows in place once the field is left', () => {
    const wrong: FormEvent = { do: 'set', key: 'day', raw: '31.02.' };
    expect(shownProblems(formAfter(wrong), found(formAfter(wrong)))).toEqual({});
    const left = formAfter(wrong, { do: 'leave', key: 'day' });
    expect(shownProblems(left, found(left))).toEqual({ day: [{ code: 'not-a-day' }] });
  });

  it('everything that is missing shows on submit, and nothing is sent', () => {
    const state = formAfter({ do: 'submit', sound: false });
    expect(state.standing).toEqual({ is: 'open' });
    expect(Object.keys(shownProblems(state, found(state)))).toEqual(['gist']);
  });

  it('a contact asks for who, day and one line before it opens any other section', () => {
    const [first] = sectionsOf(contact);
    expect(first?.[0]).toBe('main');
    expect(first?.[1].slice(0, 3)).toEqual(['about', 'day', 'gist']);
  });
});

describe('outcomes of saving leave the content of the form as it was', () => {
  const plan: MergePlan = { kind: 'contact', theirs: held(), fields: [], settled: {} };
  it.each<[string, SaveOutcome, FormState['standing']]>([
    ['M3: refused', { outcome: 'refused', verdict }, { is: 'refused', verdict }],
    ['asked why there was no consent', { outcome: 'say-why', verdict }, { is: 'say-why', verdict }],
    ['J3: somebody saved first', { outcome: 'merge', plan }, { is: 'merge', plan }],
    [
      'not writable here',
      { outcome: 'read-only', why: 'missing-column' },
      { is: 'read-only', why: 'missing-column' },
    ],
  ])('%s', (_, outcome, standing) => {
    const state = formAfter(typed('x'), submitted, came(outcome));
    expect(state.standing).toEqual(standing);
    expect(state.draft.values.gist).toBe('x');
    expect(state.draft.entry).toBe(entry);
  });

  it('problems that only the log found show until their field changes', () => {
    const state = formAfter(
      typed('x'),
      submitted,
      came({ outcome: 'invalid', problems: { gist: [{ code: 'malformed' }] } }),
    );
    expect(shownProblems(state, {})).toEqual({ gist: [{ code: 'malformed' }] });
    expect(shownProblems(stepForm(state, typed('y')), {})).toEqual({});
  });

  it('a refusal is out of date once the form changes; an open merge is not', () => {
    const refused = formAfter(submitted, came({ outcome: 'refused', verdict }), typed('y'));
    expect(refused.standing).toEqual({ is: 'open' });
    expect(formAfter(submitted, came({ outcome: 'merge', plan }), typed('y')).standing.is).toBe('merge');
  });

  it('a lost connection keeps the entry id for the next try', () => {
    const state = formAfter(typed('x'), submitted, { do: 'fail', error: new Error('offline') }, submitted);
    expect([state.standing.is, state.draft.entry]).toEqual(['saving', entry]);
  });
});

describe('the count beside a closed section', () => {
  it('counts what holds something', () => {
    const values = { a: 'x', b: '', c: [], d: {}, e: false, f: 0, g: undefined };
    expect(filledIn(values, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).toBe(3);
  });
});

function closing() {
  return { duty: 'd1', outcome: 'told', on: '2026-11-20' as never, reaction: 'mixed' } as const;
}
function held(): Entry {
  return {
    kind: 'contact',
    id: '1',
    entry,
    version: '2',
    at,
    createdAt: at,
    schema: 1,
    by: { objectId: 'a', tenantId: 'b', name: 'Ines Calder' },
    under: ['none'],
    record: {},
  };
}
function saved(): SaveOutcome {
  return { outcome: 'saved', entry: held(), next: [], left: [], recalled: [] };
}

describe('a section', () => {
  const sections = [
    ['main', ['state']],
    ['closing', ['closedOn', 'informed']],
    ['course', ['openedOn']],
  ] as const;
  const closed = { state: 'closed', openedOn: '2026-11-20' };
  it.each<[string, AnyRecord, AnyRecord, readonly string[]]>([
    ['stays folded while nothing in it is needed', { state: 'open' }, {}, []],
    ['unfolds once something in it is needed', closed, {}, ['closing']],
    ['stays folded once that is filled in', { ...closed, closedOn: 'x', informed: true }, {}, []],
    ['unfolds for what was typed wrongly', { state: 'open' }, { openedOn: [] }, ['course']],
    ['that is always open needs no unfolding', {}, { state: [] }, []],
  ])('%s', (_, values, problems, unfolded) => {
    expect(sectionsWanting(kindOf('case'), values, problems, sections)).toEqual(unfolded);
  });

  it.each<[string, readonly string[], string, readonly string[]]>([
    ['unfolds when it first wants something', [], 'closing', ['closing']],
    [
      'is left as it was folded when a second one comes to want something',
      ['closing'],
      'closing course',
      ['course'],
    ],
    ['is left as it was folded when it wants something again', ['closing', 'course'], 'closing', []],
    ['stays folded while none wants anything', [], '', []],
  ])('%s', (_, before, wanting, unfold) => {
    expect(firstTimeWanting(wanting, new Set(before))).toEqual(unfold);
  });
});
