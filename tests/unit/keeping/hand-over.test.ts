/** Who is here, who stands in, and what changes hands when somebody leaves. */

import { describe, expect, it, test } from 'vitest';
import { absenceIn, absenceTold, inPlaceOf, isAway, isHere } from '../../../src/domain/directory.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Code, Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import { changingHands, handOverSheet } from '../../../src/domain/keeping/hand-over.ts';
import type { MissionPerson } from '../../../src/domain/missions.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf, recordKinds } from '../../../src/domain/registry.ts';

const today = '2026-11-20' as Day;
const amber = '9BGPNH00W' as Code;
const river = '5Z9DSRTT4' as Code;
const id = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;

function person(name: string, more: Partial<MissionPerson> = {}): MissionPerson {
  return { objectId: name, tenantId: 'aldermark', name, roles: ['focal-point'], ...more };
}
const ines = person('ines');
const tomas = person('tomas', { roles: ['deputy'] });
const greta = person('greta', { roles: ['head-of-mission'] });
const pavel = person('pavel', { roles: ['consular'] });
const asPerson = ({ objectId, tenantId, name }: MissionPerson) => ({ objectId, tenantId, name });

function entry(kind: string, record: AnyRecord): Entry {
  return {
    kind,
    id: '1',
    entry: id,
    version: '1',
    at: '2026-11-01T00:00:00Z' as Instant,
    createdAt: '2026-11-01T00:00:00Z' as Instant,
    schema: 1,
    by: asPerson(ines),
    under: ['none'],
    record,
  };
}

const promised = entry('contact', {
  about: amber,
  day: '2026-11-10',
  gist: 'Came by',
  promises: [
    { id: 'p1', what: 'Ask the court', owner: asPerson(ines), due: '2026-11-25' },
    { id: 'p2', what: 'Send the leaflet', owner: asPerson(ines), due: '2026-11-12' },
  ],
});
const openCase = entry('case', {
  about: river,
  named: [amber],
  gist: 'The vigil',
  state: 'open',
  lead: asPerson(ines),
});
const duty: Duty = {
  id: `${id}:follow-up:p1`,
  kind: 'follow-up',
  about: amber,
  entry: id,
  due: '2026-11-25' as Day,
  urgency: 'this-week',
  waits: false,
  values: {},
  step: 'open',
  needsContact: false,
  owner: asPerson(ines),
};

describe('C9: absence', () => {
  test.each([
    ['none', {}, false],
    ['not yet', { awayFrom: '2026-11-21' }, false],
    ['from today', { awayFrom: '2026-11-20' }, true],
    ['to today', { awayFrom: '2026-11-01', awayTo: '2026-11-20' }, true],
    ['over', { awayFrom: '2026-11-01', awayTo: '2026-11-19' }, false],
  ])('%s', (_, change, away) => {
    expect(isAway(change as Partial<MissionPerson>, today)).toBe(away);
  });

  test.each([
    ['who is there', [ines, tomas], 'ines', 'ines'],
    ['the deputy for an absent focal point', [{ ...ines, awayFrom: today }, greta, tomas], 'ines', 'tomas'],
    [
      'another focal point before the deputy',
      [{ ...ines, awayFrom: today }, tomas, person('nora')],
      'ines',
      'nora',
    ],
    [
      'whoever may record, where no deputy is there',
      [{ ...ines, awayFrom: today }, greta, pavel],
      'ines',
      'greta',
    ],
    ['nobody who may not record', [{ ...ines, awayFrom: today }, pavel], 'ines', undefined],
    [
      'nobody who has left',
      [
        { ...ines, awayFrom: today },
        { ...tomas, to: '2026-11-19' as Day },
      ],
      'ines',
      undefined,
    ],
    ['somebody for who has left', [{ ...ines, to: '2026-11-19' as Day }, tomas], 'ines', 'tomas'],
  ])('proposes %s', (_, people, asked, proposed) => {
    expect(inPlaceOf(people, asked, today)?.objectId).toBe(proposed);
  });

  test.each([
    ['none', {}, undefined],
    ['over', { awayFrom: '2026-11-01', awayTo: '2026-11-19' }, undefined],
    ['to today', { awayFrom: '2026-11-01', awayTo: '2026-11-20' }, '2026-11-01/2026-11-20'],
    ['ahead', { awayFrom: '2026-12-01', awayTo: '2026-12-05' }, '2026-12-01/2026-12-05'],
    ['begun, without an end', { awayFrom: '2026-11-01' }, '2026-11-01'],
  ])('C9: the circle is told an absence that is %s', (_, change, told) => {
    expect(absenceTold(change as Partial<MissionPerson>, today)).toBe(told);
  });

  test.each([
    ['with an end', '2026-12-01/2026-12-05', { from: '2026-12-01', to: '2026-12-05' }],
    ['without an end', '2026-12-01', { from: '2026-12-01' }],
    ['in words of another app', 'until the summer', undefined],
    ['of a day there is not', '2026-02-31', undefined],
  ])('C9: an absence %s is read', (_, told, read) => {
    expect(absenceIn(told)).toEqual(read);
  });

  it('counts the first and the last day here', () => {
    expect(isHere({ from: today, to: today }, today)).toBe(true);
    expect(isHere({ from: '2026-11-21' as Day }, today)).toBe(false);
    expect(isHere({ to: '2026-11-19' as Day }, today)).toBe(false);
  });
});

describe('H6: what changes hands', () => {
  it('a promise still owed, and no other', () => {
    const after = changingHands(kindOf('contact'), promised, ines, asPerson(tomas), [duty]);
    expect(after?.promises).toMatchObject([{ owner: asPerson(tomas) }, { owner: asPerson(ines) }]);
  });
  it('a promise noted by hand while it is owed, and none that was kept', () => {
    const byHand = entry('promise', { about: amber, what: 'Call', owner: asPerson(ines), due: '2026-11-25' });
    const [{ id: promised = '' } = {}] = kindOf('promise').promises?.(byHand.record) ?? [];
    const owed = [{ ...duty, id: `${id}:follow-up:${promised}` }];
    const after = changingHands(kindOf('promise'), byHand, ines, asPerson(tomas), owed);
    expect(after?.owner).toEqual(asPerson(tomas));
    expect(changingHands(kindOf('promise'), byHand, ines, asPerson(tomas), [duty])).toBeUndefined();
  });
  it('the lead of an open case, and not of a closed one', () => {
    const kind = kindOf('case');
    expect(changingHands(kind, openCase, ines, asPerson(tomas), [])?.lead).toEqual(asPerson(tomas));
    const closed = entry('case', { ...openCase.record, state: 'closed', closedOn: '2026-11-01' });
    expect(changingHands(kind, closed, ines, asPerson(tomas), [])).toBeUndefined();
  });
  it('nothing that is somebody else’s', () => {
    expect(changingHands(kindOf('case'), openCase, greta, asPerson(tomas), [])).toBeUndefined();
  });
});

describe('H6: the sheet', () => {
  const sources = {
    kinds: recordKinds,
    entries: new Map([
      ['contact', [promised]],
      ['case', [openCase]],
    ]),
    duties: [duty, { ...duty, id: 'x', owner: asPerson(greta) }],
    files: [],
  };
  it('shows per defender what is theirs, what is open, and what lies ahead', () => {
    const sheet = handOverSheet(sources, ines, today);
    const of = (code: Code) => sheet.find(({ about }) => about === code);
    expect(of(amber)?.duties.map((each) => each.id)).toEqual([duty.id]);
    expect(of(amber)?.theirs).toEqual([promised]);
    expect(of(amber)?.ahead.map(({ day }) => day)).toEqual(['2026-11-25']);
    expect(of(river)?.theirs).toEqual([openCase]);
  });
  it('names what lies ahead soonest first, whichever kind it comes from', () => {
    const hearing = entry('hearing', {
      about: amber,
      start: { day: '2026-11-23', time: '10:00', zone: 'Asia/Tbilisi' },
    });
    const entries = new Map([...sources.entries, ['hearing', [hearing]]]);
    const [first] = handOverSheet({ ...sources, entries }, ines, today).filter(
      ({ about }) => about === amber,
    );
    expect(first?.ahead.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-25']);
  });
  it('shows nothing of colleagues', () => {
    const sheet = handOverSheet(sources, tomas, today);
    expect(sheet.flatMap(({ duties, theirs }) => [...duties, ...theirs])).toEqual([]);
  });
});
