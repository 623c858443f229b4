/** Fills a mission's lists with invented entries of many years, past the app: 20,000 of the last year for every 100,000. */

import { codeFrom } from '../../src/domain/codes.ts';
import { addDays, type Day, dayOf, entryIdFrom, type Instant } from '../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord, type Person } from '../../src/domain/record-kind.ts';
import { contact, contactExample } from '../../src/domain/records/contact.ts';
import { defender } from '../../src/domain/records/defender.ts';
import { hearing, hearingExample } from '../../src/domain/records/hearing.ts';
import { statusChange, statusChangeExample } from '../../src/domain/records/status-change.ts';
import { trialObservation, trialObservationExample } from '../../src/domain/records/trial-observation.ts';
import { dutyClosing } from '../../src/domain/system/duty-closing.ts';
import { encodeRow } from '../../src/store/encode.ts';

const years = 5;
/** What a defender's five years look like, in the order in which it happens again and again. */
const kinds: readonly (readonly [AnyKind, AnyRecord])[] = [
  [contact, contactExample],
  [contact, contactExample],
  [hearing, hearingExample],
  [trialObservation, trialObservationExample],
  [contact, contactExample],
  [dutyClosing, {}],
  [contact, contactExample],
  [contact, contactExample],
  [contact, contactExample],
  [dutyClosing, {}],
];

export interface Row {
  readonly kind: AnyKind;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** `count` rows, the same for the same seed; ids, codes and days are drawn from `random` (bytes). */
export function* rowsOfManyYears(
  count: number,
  now: Instant,
  by: Person,
  random: (n: number) => Uint8Array,
): Generator<Row> {
  const today = dayOf(now);
  const codes = Array.from({ length: Math.max(10, Math.round(count / 200)) }, () => codeFrom(random(5)));
  for (const about of codes) yield rowOf(defender, { about, unit: 'individual' }, by, random);
  let lastContact: string = '';
  for (let place = 0; place < count - codes.length; place += 1) {
    const often = kinds[place % kinds.length] ?? [contact, contactExample];
    const [kind, example] = place % 100 === 0 ? [statusChange, statusChangeExample] : often;
    const day = addDays(today, -1 - Math.floor(((place * 7919) % count) * ((365 * years) / count)));
    const about = codes[place % codes.length] ?? codes[0];
    const values =
      kind === dutyClosing
        ? {
            duty: `${lastContact}:feedback`,
            about,
            outcome: 'told',
            on: day,
            reaction: 'mixed',
            keptUntil: day,
          }
        : { ...lived(kind, example, day), about };
    const row = rowOf(kind, values, by, random);
    if (kind === trialObservation) lastContact = String(row.columns.fp_entry);
    yield row;
  }
}

/** The example on another day, nothing of it open. */
function lived(kind: AnyKind, example: AnyRecord, day: Day): AnyRecord {
  const { named: _, promises: __, nextHearing: ___, ...rest } = example;
  if (kind === hearing)
    return { ...rest, start: { day, time: '10:00', zone: 'Asia/Tbilisi' }, outcome: 'held' };
  return { ...rest, day };
}

function rowOf(kind: AnyKind, raw: AnyRecord, by: Person, random: (n: number) => Uint8Array): Row {
  const checked = checkRecord(kind, raw, '2099-01-01' as Day);
  if (!checked.ok) throw new Error(`${kind.key}: ${JSON.stringify(checked.problems)}`);
  const entry = entryIdFrom(random(16));
  const columns = encodeRow({ kind, entry, record: checked.record, by, under: ['none'] });
  return { kind, columns: Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) };
}
