/** A promise is kept, or changed with a reason: what it was before stays beside it, with the day and the why of each change. */

import { optional } from '../fields/define-field.ts';
import { sameValue } from '../fields/field.ts';
import { type RowOf, rows } from '../fields/rows.ts';
import { text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Edit } from '../kind-hooks.ts';
import type { AnyRecord } from '../record-values.ts';

const parts = {
  on: day(),
  why: text({ noNames: true }),
  // What it was before: taken from there as the record is checked, never from whoever typed.
  what: optional(text({ noNames: true })),
  due: optional(day()),
};

export type PromiseChange = RowOf<typeof parts>;

export const promiseChanges = () =>
  optional(
    rows(parts, { hides: (row) => (['what', 'due'] as const).filter((part) => row[part] === undefined) }),
  );

interface Made {
  readonly id: string;
  readonly what?: unknown;
  readonly due?: unknown;
}

/** What one version of a record, or its draft, says of promises and their changes. */
interface Told<Change extends { readonly id: string }> {
  readonly promises: readonly Made[];
  readonly changes: readonly Change[];
}

/** The promises of `before` that read otherwise now, as they were. */
function changedIn({ promises: now }: Told<AnyRow>, { promises: before }: Told<AnyRow>): readonly Made[] {
  return before.filter(({ id, what, due }) => {
    const is = now.find((each) => each.id === id);
    return is !== undefined && !(sameValue(is.what, what) && sameValue(is.due, due));
  });
}

type AnyRow = AnyRecord & { readonly id: string };

function addedIn<Change extends { readonly id: string }>(
  { changes }: Told<Change>,
  before: Told<AnyRow>,
): readonly Change[] {
  return changes.filter(({ id }) => !before.changes.some((each) => each.id === id));
}

/** How a kind's records say what was promised and what became of it. */
export interface PromiseFields {
  readonly changes: string;
  promises(record: AnyRecord): readonly Made[];
}

function toldIn({ changes, promises }: PromiseFields, record: AnyRecord): Told<AnyRow> {
  const rows = record[changes];
  return { promises: promises(record), changes: Array.isArray(rows) ? (rows as readonly AnyRow[]) : [] };
}

/** Changed, and no line says why. */
export function isChangedInSilence(
  fields: PromiseFields,
  record: AnyRecord,
  stored: AnyRecord | undefined,
): boolean {
  if (!stored) return false;
  const [now, before] = [toldIn(fields, record), toldIn(fields, stored)];
  return changedIn(now, before).length > addedIn(now, before).length;
}

/** A promise that was made is not there any more. */
export function isPromiseGone(
  fields: PromiseFields,
  record: AnyRecord,
  stored: AnyRecord | undefined,
): boolean {
  if (!stored) return false;
  const left = new Set(fields.promises(record).map(({ id }) => id));
  return fields.promises(stored).some(({ id }) => !left.has(id));
}

/** A change that was noted is gone, or tells of other days. Its words may be corrected: a name may have slipped into them. */
export function isChangeGone(
  fields: PromiseFields,
  record: AnyRecord,
  stored: AnyRecord | undefined,
): boolean {
  if (!stored) return false;
  const left = new Map(toldIn(fields, record).changes.map((row) => [row.id, row]));
  return toldIn(fields, stored).changes.some((was) => {
    const is = left.get(was.id);
    return (
      is === undefined ||
      is.on !== was.on ||
      is.due !== was.due ||
      (is.what === undefined) !== (was.what === undefined)
    );
  });
}

/** The changes with what was before in every new line: each of a promise that changed, and in no other. */
export function withWhatWas(
  fields: PromiseFields,
  record: AnyRecord,
  stored: AnyRecord | undefined,
): AnyRecord {
  if (!stored || record[fields.changes] === undefined) return {};
  const [now, before] = [toldIn(fields, record), toldIn(fields, stored)];
  const open = [...changedIn(now, before)];
  const added = addedIn(now, before);
  const was = new Map<string, Made>();
  // First the lines that speak of a promise as it was; after a merge it may have been another since the line was opened.
  for (const row of added) {
    const place = open.findIndex((each) => sameValue(each.what, row.what) && sameValue(each.due, row.due));
    if (place >= 0) was.set(row.id, ...(open.splice(place, 1) as [Made]));
  }
  for (const row of added) {
    const next = was.has(row.id) ? undefined : open.shift();
    if (next) was.set(row.id, next);
  }
  const changes = now.changes.map((row) => {
    if (!added.includes(row)) return row;
    const { what: _, due: __, ...said } = row;
    const made = was.get(row.id);
    return made ? { ...said, what: made.what, due: made.due } : said;
  });
  return { [fields.changes]: changes };
}

/** A line for each promise that a form has just changed; those without a word go once it reads as before. */
export function linesAsked(fields: PromiseFields, { draft, before: stored, today, newRow }: Edit): AnyRecord {
  const [now, before] = [toldIn(fields, draft), toldIn(fields, stored)];
  const changed = changedIn(now, before);
  const added = addedIn(now, before);
  const isOf = (row: AnyRow) => changed.some(({ what, due }) => row.what === what && row.due === due);
  const spare = added.filter((row) => !row.why && row.what !== undefined && !isOf(row));
  const said = added.filter((row) => !spare.includes(row));
  const asked = changed
    .filter(({ what, due }) => !said.some((row) => row.what === what && row.due === due))
    .slice(0, Math.max(0, changed.length - said.length));
  if (spare.length === 0 && asked.length === 0) return {};
  const changes = [
    ...now.changes.filter((row) => !spare.includes(row)),
    ...asked.map(({ what, due }) => ({ id: newRow(), on: today, what, due })),
  ];
  return { [fields.changes]: changes.length > 0 ? changes : undefined };
}
