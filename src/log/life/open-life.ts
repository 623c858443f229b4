/** What may be done with entries over their life, joined into one. */

import { clearNone } from '../../domain/consent/clear.ts';
import type { EntryId } from '../../domain/ids.ts';
import { checkRecord } from '../../domain/record-kind.ts';
import { identity } from '../../domain/system/identity.ts';
import { legalHold } from '../../domain/system/legal-hold.ts';
import { mission as missionKind } from '../../domain/system/mission.ts';
import { makeAnonymous } from './anonymise.ts';
import { dueLists } from './due-lists.ts';
import { gathering } from './gather.ts';
import type { Life } from './life.ts';
import type { LifeDesk, LifeParts } from './life-desk.ts';
import { openNotes } from './notes.ts';
import { putAway } from './put-away.ts';

export function openLife(parts: LifeParts): Life {
  const { environment, ...rest } = parts;
  const notes = openNotes(rest, environment);
  const desk: LifeDesk = { ...rest, notes };
  const { books, replica, journal, by } = desk;

  function mustKeep(): void {
    if (!desk.may('keep')) throw new TypeError('what is kept is not decided in this role');
  }

  async function writeHold(record: object, entry: EntryId, before?: EntryId): Promise<void> {
    mustKeep();
    const checked = checkRecord(legalHold, { ...record }, desk.today());
    if (!checked.ok) throw new TypeError(`a hold: ${Object.keys(checked.problems).join(', ')}`);
    const cleared = clearNone({ kind: legalHold, entry, record: checked.record, by });
    const held = before ? await books.fresh(legalHold, before) : undefined;
    await (held ? books.amend(cleared, held) : books.add(cleared));
    await journal
      .write({
        act: before ? 'hold-ended' : 'hold-placed',
        kind: legalHold.key,
        entry,
        about: checked.record.about,
      })
      .catch(() => undefined);
  }

  /** What this mission set in place of what is usual; nothing set is nothing kept. */
  async function setOfMission(
    what: 'retention' | 'days',
    set: Readonly<Record<string, number>>,
  ): Promise<void> {
    mustKeep();
    const held = replica.of(missionKind.key)[0];
    if (!held) throw new TypeError('a log without its mission');
    const { [what]: _, ...record } = held.record;
    const checked = checkRecord(
      missionKind,
      Object.keys(set).length > 0 ? { ...record, [what]: set } : record,
      desk.today(),
    );
    if (!checked.ok) throw new TypeError('periods and days are whole numbers from 1 to 600');
    await books.amend(clearNone({ kind: missionKind, entry: held.entry, record: checked.record, by }), held);
    await journal.write({ act: 'amended', kind: missionKind.key, entry: held.entry }).catch(() => undefined);
  }

  return {
    whole: () => desk.whole(),
    notes: () => notes.all(),
    ...putAway(desk),
    ...dueLists(desk, environment),
    ...makeAnonymous(desk, environment),
    ...gathering(desk),
    placeHold: (about, reason, until) =>
      writeHold({ about, reason, since: desk.today(), ...(until ? { until } : {}) }, desk.newEntryId()),
    async endHold(id, why) {
      const held = replica.find(id);
      if (!held) throw new TypeError('no such hold');
      await writeHold({ ...held.record, endedOn: desk.today(), endedWhy: why }, id, id);
    },
    setPeriods: (periods) => setOfMission('retention', periods),
    setDays: (days) => setOfMission('days', days),
    async renew(entry, until, reason) {
      mustKeep();
      const held = replica.find(entry);
      const kind = held?.kind ?? identity.key;
      await notes.note({ kind, entry }, { state: 'renewed', until, reason });
      await journal.write({ act: 'renewed', kind, entry }).catch(() => undefined);
    },
  };
}
