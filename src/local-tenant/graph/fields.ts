/** Field values: what a write may carry for each column type, how it is kept, and how it is read back. */
import { type ItemRow, instant } from '../core.ts';
import type { Column } from './columns.ts';
import { type Key, keyOf, type Literal } from './filter.ts';
import { GraphError, invalidFilter, invalidRequest } from './reply.ts';

export type Stored = string | number | boolean | string[] | number[] | null;
export type StoredFields = Record<string, Stored>;

export interface FieldContext {
  columns: Column[];
  lenientChoice: boolean;
  /** Minutes east of UTC of the site. */
  utcOffset: number;
  /** Whether a LookupId exists for the column. */
  lookupExists(column: Column, id: number): boolean;
}

const generalException = () => new GraphError(400, 'generalException', 'General exception while processing');
const longestNote = 63_999;

function isLookup(column: Column): boolean {
  return column.facet === 'personOrGroup' || column.facet === 'lookup';
}

/** The name under which Graph writes and reads the column: lookups carry LookupId. */
export function wireName(column: Column): string {
  return isLookup(column) ? `${column.name}LookupId` : column.name;
}

function textValue(column: Column, value: unknown): string | null {
  if (typeof value !== 'string') throw invalidRequest(`The value of field '${column.name}' must be text.`);
  const declared = column.settings.maxLength;
  const most =
    column.facet === 'note' ? longestNote : typeof declared === 'number' ? Math.min(declared, 255) : 255;
  if (value.length > most)
    throw invalidRequest(`The value of field '${column.name}' is longer than ${most} characters.`);
  return value === '' ? null : value;
}

function choiceValue(context: FieldContext, column: Column, value: unknown): string {
  if (typeof value !== 'string') throw generalException();
  const choices = column.settings.choices as string[];
  if (!context.lenientChoice && column.settings.allowTextEntry !== true && !choices.includes(value)) {
    throw invalidRequest(`The value '${value}' is not one of the choices of field '${column.name}'.`);
  }
  return value;
}

function numberValue(column: Column, value: unknown): number {
  if (typeof value !== 'number')
    throw invalidRequest(`The value of field '${column.name}' must be a number.`);
  const { minimum, maximum } = column.settings;
  if ((typeof minimum === 'number' && value < minimum) || (typeof maximum === 'number' && value > maximum)) {
    throw invalidRequest(`The value of field '${column.name}' is out of range.`);
  }
  return value;
}

/** A date-only value is kept as midnight at the site, a plain day meaning the same. */
function dateValue(column: Column, value: unknown, utcOffset: number): string {
  const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
  const ms = typeof value === 'string' && pattern.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw invalidRequest(`The value of field '${column.name}' is not a date.`);
  const shift = utcOffset * 60_000;
  if (column.settings.format !== 'dateOnly') return instant(ms);
  const day = String(value).length === 10 ? ms : Math.floor((ms + shift) / 86_400_000) * 86_400_000;
  return instant(day - shift);
}

function lookupValue(context: FieldContext, column: Column, value: unknown): number {
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id)) {
    throw invalidRequest('A value without a type name was found and no expected type is available.');
  }
  if (!context.lookupExists(column, id))
    throw invalidRequest(`The LookupId ${id} of field '${column.name}' does not exist.`);
  return id;
}

function collection(value: unknown, annotation: unknown, types: string[]): unknown[] {
  if (
    typeof annotation !== 'string' ||
    !types.includes(annotation.replace(/^#/, '')) ||
    !Array.isArray(value)
  ) {
    throw generalException();
  }
  return value;
}

function storedValue(context: FieldContext, column: Column, value: unknown, annotation: unknown): Stored {
  if (column.facet === 'hyperlinkOrPicture') throw invalidRequest('Invalid request');
  if (value === null) return null;
  if (column.facet === 'multiChoice') {
    const values = collection(value, annotation, ['Collection(Edm.String)']);
    return values.map((each) => choiceValue(context, column, each));
  }
  if (isLookup(column) && column.multiple) {
    const values = collection(value, annotation, ['Collection(Edm.Int32)', 'Collection(Edm.String)']);
    return values.map((each) => lookupValue(context, column, each));
  }
  if (isLookup(column)) return lookupValue(context, column, value);
  if (typeof value === 'object') throw generalException();
  if (column.facet === 'text' || column.facet === 'note') return textValue(column, value);
  if (column.facet === 'choice') return choiceValue(context, column, value);
  if (column.facet === 'number') return numberValue(column, value);
  if (column.facet === 'dateTime') return dateValue(column, value, context.utcOffset);
  if (typeof value !== 'boolean')
    throw invalidRequest(`The value of field '${column.name}' must be true or false.`);
  return value;
}

/** The values of a write, by internal name; null clears. Throws GraphError for anything Graph refuses. */
export function readWrite(context: FieldContext, body: Record<string, unknown>): StoredFields {
  const changes: StoredFields = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.endsWith('@odata.type') && name !== '@odata.type') continue;
    if (name.startsWith('@odata.')) throw invalidRequest(`The property '${name}' cannot be written.`);
    const column = context.columns.find((each) => wireName(each) === name);
    if (name === 'id' || column?.readOnly === true || /^(Author|Editor)$/.test(name)) {
      throw invalidRequest(`Field '${name}' is read-only`);
    }
    if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
    if (isLookup(column) && context.columns.some((each) => each.name === `${column.name}Id`))
      throw generalException();
    changes[column.name] = storedValue(context, column, value, body[`${name}@odata.type`]);
  }
  return changes;
}

/** The kept fields after a write; cleared ones are gone. */
export function merged(before: StoredFields, changes: StoredFields): StoredFields {
  const after: StoredFields = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}

/** What a column compares and sorts by in a row. */
export function keyIn(
  column: Column,
  row: ItemRow,
  fields: StoredFields,
  userId: (oid: string) => number,
): Key {
  if (column.name === 'ID') return row.id;
  if (column.name === 'Created') return instant(row.created).toLowerCase();
  if (column.name === 'Modified') return instant(row.modified).toLowerCase();
  if (column.name === 'Author') return userId(row.author);
  if (column.name === 'Editor') return userId(row.editor);
  if (column.name === '_UIVersionString') return `${row.version}.0`;
  return cellKey(fields[column.name]);
}

/** The key of a kept value; collections have none. */
export function cellKey(value: Stored | undefined): Key {
  if (value === undefined || value === null || Array.isArray(value)) return null;
  return keyOf(value);
}

/** The key a literal of a filter has for the column. Throws GraphError 400 where the types do not meet. */
export function literalKey(column: Column, literal: Literal): Key {
  if (literal === null) return null;
  if (column.facet === 'number' || isLookup(column)) {
    const number = typeof literal === 'boolean' || literal === '' ? Number.NaN : Number(literal);
    if (Number.isNaN(number)) throw invalidFilter();
    return number;
  }
  if (column.facet === 'boolean') {
    if (typeof literal === 'boolean' || literal === 0 || literal === 1) return Number(literal);
    throw invalidFilter();
  }
  if (column.facet === 'dateTime') {
    const ms = typeof literal === 'string' ? Date.parse(literal) : Number.NaN;
    if (Number.isNaN(ms)) throw invalidFilter();
    return instant(ms).toLowerCase();
  }
  return keyOf(String(literal));
}

export interface FieldReader {
  columns: Column[];
  eTag: string;
  userId(oid: string): number;
  /** The shown value of a lookup or person. */
  display(column: Column, id: number): { LookupId: number; LookupValue: string; Email?: string };
}

/** The fieldValueSet of a row, complete or only the selected names. */
export function fieldsJson(
  reader: FieldReader,
  row: ItemRow,
  fields: StoredFields,
  select: string[] | undefined,
): Record<string, unknown> {
  const shown: Record<string, unknown> = { '@odata.etag': reader.eTag };
  for (const column of reader.columns) {
    if (column.builtIn && column.name !== 'Title') continue;
    const value = fields[column.name];
    const wire = wireName(column);
    if (value !== undefined && (select === undefined ? !column.hidden : select.includes(wire))) {
      shown[wire] = isLookup(column) && typeof value === 'number' ? String(value) : value;
    }
    if (value !== undefined && isLookup(column) && select?.includes(column.name)) {
      shown[column.name] = Array.isArray(value)
        ? value.map((id) => reader.display(column, Number(id)))
        : reader.display(column, Number(value)).LookupValue;
    }
  }
  const title = fields.Title;
  const system: Record<string, unknown> = {
    ...(title === undefined ? {} : { LinkTitle: title, LinkTitleNoMenu: title }),
    id: String(row.id),
    ContentType: 'Item',
    Modified: instant(row.modified),
    Created: instant(row.created),
    AuthorLookupId: String(reader.userId(row.author)),
    EditorLookupId: String(reader.userId(row.editor)),
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
  for (const [name, value] of Object.entries(system)) {
    if (select === undefined || select.includes(name) || (name === 'id' && select.includes('ID')))
      shown[name] = value;
  }
  return shown;
}
