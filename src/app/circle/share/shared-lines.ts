/** What was shared of an entry, field by field, as its kind prints it; what this app does not know is left out and counted. */

import type { SharedEntry } from '../../../domain/circle/payloads/shared-entry.ts';
import type { Words } from '../../../domain/fields/field.ts';
import { comma } from '../../../domain/fields/signs.ts';
import type { AnyRecord } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { printField } from '../../table/columns.ts';

export interface SharedLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

export function linesOf(content: { readonly body: AnyRecord }, words: Words): readonly SharedLine[] {
  const { kind, fields } = content.body;
  if (typeof kind !== 'string' || typeof fields !== 'object' || fields === null) return [];
  return fieldLines(kind, fields as AnyRecord, words);
}

/** In the order of the form. */
export function fieldLines(kindKey: string, fields: AnyRecord, words: Words): readonly SharedLine[] {
  const kind = kindByKey(kindKey);
  if (!kind) return [];
  return Object.values(kind.sections)
    .flat()
    .flatMap((key) => {
      // Another mission's app wrote it: what is no sound value here is not shown as if it were one.
      const checked = fields[key] === undefined ? undefined : kind.fields[key]?.check(fields[key]);
      const value = checked?.ok ? whole(kindKey, key, checked.value, words) : '';
      return value === '' ? [] : [{ key, label: words.text(`fields.${kindKey}.${key}.label`), value }];
    });
}

/** Every answer of a field, a line each where it has several. */
function whole(kindKey: string, key: string, value: unknown, words: Words): string {
  const lines = kindByKey(kindKey)?.fields[key]?.lines?.(value, words);
  return lines ? lines.join('\n') : printField(kindKey, key, { [key]: value }, words);
}

/** All that an envelope with an entry of ours holds, nothing left out: what is shown before it is sealed. */
export function bodyLines(body: AnyRecord, words: Words): readonly SharedLine[] {
  const { kind, schema, action, code, others, identity, day, until, digestOfSource } = body as SharedEntry;
  const line = (key: string, value: string | undefined): readonly SharedLine[] =>
    value === undefined ? [] : [{ key: `of ${key}`, label: words.text(`circle.share.whole.${key}`), value }];
  const level = identity?.level ?? 'none';
  return [
    ...line('kind', words.text(`kinds.${kind}.one`)),
    ...line('action', words.text(`consent.actions.${action}`)),
    ...line('identity', words.text(`consent.identity.${level}`)),
    ...line('name', identity?.name ?? identity?.initials),
    ...line('code', code),
    ...line('others', others?.join(comma(words.locale))),
    ...line('day', day && words.day(day)),
    ...linesOf({ body }, words),
    ...line('until', words.day(until)),
    ...line('check', `${schema} · ${digestOfSource}`),
  ];
}
