/** Before a visa ends: what happens then is settled 30, 14 and 7 days before; one held as a precaution is renewed from 90 days before. */

import { type Day, daysBetween, type EntryId } from '../../ids.ts';
import type { AnyRecord, RecordIn } from '../../record-kind.ts';
import { firstEnd } from '../../records/visa/visa-bundle.ts';
import { visaRequest } from '../../records/visa/visa-request.ts';
import { type Due, type DutySources, entriesBy, entriesOf } from '../sources.ts';

const ALERTS = [7, 14, 30] as const;
const RENEWAL_DAYS = 90;
/** An ended visa stays in view so long: somebody may be somewhere without one. */
const DAYS_AFTER_END = 30;

type Request = RecordIn<typeof visaRequest>;

export function visaEnding(sources: DutySources, today: Day): readonly Due[] {
  return ending(sources, today).flatMap(({ entry, record, end, left }) => {
    const alert = ALERTS.find((days) => left <= days);
    if (isHeldAsPrecaution(record) || alert === undefined) return [];
    return [
      {
        // One for each alert: what was settled a month before is looked at again a week before.
        id: `${entry}:visa-ending:${end.day}:${alert}`,
        kind: 'visa-ending',
        about: record.about,
        entry,
        due: end.day,
        step: 'open',
        values: { day: end.day, count: end.count, plan: record.plan ?? 'none' },
        opens: { what: 'change', entry, section: 'after' },
        harmsFrom: 14,
        needsContact: true,
      } satisfies Due,
    ];
  });
}

export function visaRenewal(sources: DutySources, today: Day): readonly Due[] {
  const requests = entriesBy(sources, visaRequest, 'about');
  return ending(sources, today).flatMap(({ entry, record, end, left }) => {
    if (!isHeldAsPrecaution(record) || left > RENEWAL_DAYS) return [];
    // Asked for again since: the new request carries on.
    const isRenewed = (requests.get(record.about) ?? []).some(
      (other) =>
        other.entry !== entry && other.record.day > record.day && other.record.closedOn === undefined,
    );
    if (isRenewed) return [];
    return [
      {
        id: `${entry}:visa-renewal:${end.day}`,
        kind: 'visa-renewal',
        about: record.about,
        entry,
        due: end.day,
        step: 'open',
        values: { day: end.day, count: end.count },
        opens: { what: 'new', kind: visaRequest.key, values: askedAgain(record) },
        harmsFrom: 7,
        needsContact: true,
      } satisfies Due,
    ];
  });
}

function ending(
  sources: DutySources,
  today: Day,
): readonly {
  readonly entry: EntryId;
  readonly record: Request;
  readonly end: { readonly day: Day; readonly count: number };
  readonly left: number;
}[] {
  return entriesOf(sources, visaRequest).flatMap(({ entry, record }) => {
    const end = firstEnd(record.applicants);
    if (!end || record.returnCheckedOn || record.handOverAcceptedOn) return [];
    const left = daysBetween(today, end.day);
    return left < -DAYS_AFTER_END ? [] : [{ entry, record, end, left }];
  });
}

function isHeldAsPrecaution(record: Request): boolean {
  return record.reason === 'precaution' && record.arrivedOn === undefined;
}

/** The same people, each to be asked about papers and decisions anew. */
function askedAgain(record: Request): AnyRecord {
  return {
    about: record.about,
    visaKind: record.visaKind,
    urgency: record.urgency,
    reason: 'precaution',
    ...(record.entries ? { entries: record.entries } : {}),
    applicants: record.applicants
      .filter(({ decision }) => decision === 'issued')
      .map(({ id, code, role, applies, minor }) => ({
        id,
        code,
        role,
        applies,
        ...(minor === undefined ? {} : { minor }),
      })),
  };
}
