/** What was shared of an entry, field by field, as its kind prints it; what this app does not know is left out and counted. */

import type { Words } from '../../domain/fields/field.ts';
import type { AnyRecord } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { printField } from '../table/columns.ts';

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
      const value = checked?.ok ? printField(kindKey, key, { [key]: checked.value }, words) : '';
      return value === '' ? [] : [{ key, label: words.text(`fields.${kindKey}.${key}.label`), value }];
    });
}
