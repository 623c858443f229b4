/** What was told to a circle about somebody who is not to be found any more: taken back there, and here it leads to nobody. */

import { clearNone } from '../../domain/consent/clear.ts';
import type { Anonymising } from '../../domain/fields/field.ts';
import { type Code, dayOf, type EntryId } from '../../domain/ids.ts';
import { type AnyKind, type AnyRecord, codesOf, type Entry } from '../../domain/record-kind.ts';
import { circleCode } from '../../domain/system/circle-code.ts';
import { circleLink } from '../../domain/system/circle-link.ts';
import { type MatchRecord, match } from '../../domain/system/match.ts';
import { type ShareRecord, share } from '../../domain/system/share.ts';
import { isStoreError } from '../bookkeeping.ts';
import { askingAll } from '../circle/share/shares.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Quote } from './quote.ts';

/** Shares of an entry that is anonymous now: whoever opens the circle next empties their rows and asks for deletion. */
export function sharesWith(desk: LifeDesk, id: EntryId, other: EntryId, how: Anonymising): readonly Quote[] {
  return desk.replica
    .of(share.key)
    .filter(({ record }) => record.source === id)
    .map((held) => unshared(desk, held, how, other));
}

/** Everything else that leads from this code to a circle: requests and words, the codes others know, possible matches. */
export async function toldAbout(desk: LifeDesk, about: Code, how: Anonymising): Promise<readonly Quote[]> {
  const shares = desk.replica.of(share.key).filter(({ record }) => codesOf(record).includes(about));
  const matches = desk.replica.of(match.key).filter(({ record }) => record.about === about);
  const codes = await ofThem(desk, circleCode as unknown as AnyKind, about);
  const links = await ofThem(desk, circleLink as unknown as AnyKind, about);
  return [
    ...shares.map((held) => unshared(desk, held, how)),
    ...matches.map((held) => unmatched(desk, held, how)),
    ...codes.map((held) =>
      writing(desk, circleCode as unknown as AnyKind, held, { ...held.record, about: how.code(about) }),
    ),
    ...links.map((held) => {
      const { about: _, ...record } = held.record;
      return writing(desk, circleLink as unknown as AnyKind, held, record);
    }),
  ];
}

function unshared(desk: LifeDesk, held: Entry, how: Anonymising, source?: EntryId): Quote {
  const {
    says: _s,
    code: _c,
    textDigest: _t,
    proceeding: _p,
    ...kept
  } = held.record as unknown as ShareRecord;
  const record = {
    ...kept,
    ...(kept.about === undefined ? {} : { about: how.code(kept.about) }),
    ...(kept.named === undefined ? {} : { named: kept.named.map(how.code) }),
    ...(source === undefined ? {} : { source }),
    ...(kept.state === 'shared'
      ? { state: 'revoked', confirmations: askingAll(kept.to, dayOf(desk.clock.now())) }
      : {}),
  };
  return writing(desk, share as unknown as AnyKind, held, record);
}

/** Closed without an answer: neither side hears more of it. */
function unmatched(desk: LifeDesk, held: Entry, how: Anonymising): Quote {
  const { row: _r, code: _c, codeRow: _o, ...kept } = held.record as unknown as MatchRecord;
  const record = { ...kept, about: how.code(kept.about), pairs: [], we: 'no' };
  return writing(desk, match as unknown as AnyKind, held, record);
}

/** A mission without any circle has no such list. */
async function ofThem(desk: LifeDesk, kind: AnyKind, about: Code): Promise<readonly Entry[]> {
  try {
    const { entries } = await desk.books.book.loadAll(kind);
    return entries.filter(({ record }) => record.about === about);
  } catch (error) {
    if (isStoreError(error, 'not-found', 'not-provisioned')) return [];
    throw error;
  }
}

function writing(desk: LifeDesk, kind: AnyKind, held: Entry, record: AnyRecord): Quote {
  return {
    codes: codesOf(held.record),
    write: () => desk.books.amend(clearNone({ kind, entry: held.entry, record, by: desk.by }), held),
  };
}
