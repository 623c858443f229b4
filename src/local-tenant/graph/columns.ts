/** Columns: their definitions as Graph writes them, the built-in ones of a list, and how internal names are made. */
import { randomUUID } from 'node:crypto';
import type { Core } from '../core.ts';
import { stableGuid } from '../identifiers.ts';
import { GraphError, invalidRequest, notImplemented } from './reply.ts';

const facets = [
  'text',
  'choice',
  'dateTime',
  'number',
  'boolean',
  'personOrGroup',
  'lookup',
  'hyperlinkOrPicture',
] as const;
const unknownFacets = ['calculated', 'currency', 'geolocation', 'term', 'thumbnail', 'contentApprovalStatus'];
export type Facet = (typeof facets)[number] | 'note' | 'multiChoice';

export interface Column {
  id: string;
  name: string;
  displayName: string;
  facet: Facet;
  /** The settings inside the facet, as written. */
  settings: Record<string, unknown>;
  indexed: boolean;
  unique: boolean;
  hidden: boolean;
  readOnly: boolean;
  required: boolean;
  description: string;
  builtIn: boolean;
  multiple: boolean;
}

export const mostIndexes = 20;

function builtIn(
  list: string,
  name: string,
  facet: Facet,
  settings: Record<string, unknown>,
  readOnly: boolean,
  hidden = false,
): Column {
  const person = facet === 'personOrGroup';
  return {
    id: stableGuid('column', list, name),
    name,
    displayName: name === 'Author' ? 'Created By' : name === 'Editor' ? 'Modified By' : name,
    facet,
    settings: person ? { allowMultipleSelection: false, chooseFromType: 'peopleAndGroups' } : settings,
    indexed: name === 'ID',
    unique: false,
    hidden,
    readOnly,
    required: false,
    description: '',
    builtIn: true,
    multiple: false,
  };
}

/** The columns every list has from the start. */
export function builtInColumns(list: string): Column[] {
  const text = { allowMultipleLines: false, maxLength: 255 };
  return [
    builtIn(list, 'Title', 'text', text, false),
    builtIn(list, 'ID', 'number', {}, true),
    builtIn(list, 'ContentType', 'text', text, true),
    builtIn(list, 'Modified', 'dateTime', { format: 'dateTime' }, true),
    builtIn(list, 'Created', 'dateTime', { format: 'dateTime' }, true),
    builtIn(list, 'Author', 'personOrGroup', {}, true),
    builtIn(list, 'Editor', 'personOrGroup', {}, true),
    builtIn(list, '_UIVersionString', 'text', text, true),
    builtIn(list, 'Attachments', 'boolean', {}, true),
    builtIn(list, 'Edit', 'text', text, true, true),
    builtIn(list, 'LinkTitle', 'text', text, true),
    builtIn(list, 'LinkTitleNoMenu', 'text', text, true),
    builtIn(list, 'ItemChildCount', 'text', text, true),
    builtIn(list, 'FolderChildCount', 'text', text, true),
  ];
}

/** The internal name SharePoint makes of a name: everything but letters, digits and _ becomes _xHHHH_. */
export function internalName(name: string): string {
  return [...name]
    .map((char, at) => {
      if (/^[A-Za-z_]$/.test(char) || (/^\d$/.test(char) && at > 0)) return char;
      return char
        .split('')
        .map((unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}_`)
        .join('');
    })
    .join('');
}

function textOf(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Whether an index (and so uniqueness) is possible on the column. */
function indexable(column: Column): boolean {
  return !column.multiple && !['note', 'multiChoice', 'hyperlinkOrPicture'].includes(column.facet);
}

/** Refuses an index or uniqueness SharePoint would refuse. */
export function checkIndex(column: Column): void {
  if (column.indexed && !indexable(column)) {
    throw invalidRequest(`The field '${column.name}' cannot be indexed because of its type.`);
  }
  if (column.unique && !column.indexed)
    throw invalidRequest('This field must be indexed to enforce unique values.');
}

/** A new column from its definition; exactly one type facet. Throws GraphError. */
export function columnFrom(body: Record<string, unknown>): Column {
  const strange = unknownFacets.find((name) => body[name] !== undefined && body[name] !== null);
  if (strange !== undefined) throw notImplemented(`the column type '${strange}'`);
  const given = facets.filter((name) => typeof body[name] === 'object' && body[name] !== null);
  const first = given[0];
  if (first === undefined || given.length > 1) {
    throw invalidRequest('A column definition must have exactly one type facet.');
  }
  const name = textOf(body, 'name') ?? textOf(body, 'displayName');
  if (name === undefined) throw invalidRequest("A column definition must have a 'name' or a 'displayName'.");
  const settings = body[first] as Record<string, unknown>;
  let facet: Facet = first;
  if (first === 'text' && settings.allowMultipleLines === true) facet = 'note';
  if (settings.appendChangesToExistingText === true)
    throw notImplemented("the setting 'appendChangesToExistingText'");
  if (settings.textType === 'richText') throw notImplemented("the setting 'textType: richText'");
  if (first === 'choice' && settings.displayAs === 'checkBoxes') facet = 'multiChoice';
  if (
    first === 'choice' &&
    !(Array.isArray(settings.choices) && settings.choices.every((each) => typeof each === 'string'))
  ) {
    throw invalidRequest('One of the provided arguments is not acceptable.');
  }
  const column: Column = {
    id: randomUUID(),
    name: internalName(name),
    displayName: textOf(body, 'displayName') ?? name,
    facet,
    settings,
    indexed: body.indexed === true,
    unique: body.enforceUniqueValues === true,
    hidden: body.hidden === true,
    readOnly: body.readOnly === true,
    required: body.required === true,
    description: textOf(body, 'description') ?? '',
    builtIn: false,
    multiple:
      facet === 'multiChoice' ||
      settings.allowMultipleSelection === true ||
      settings.allowMultipleValues === true,
  };
  checkIndex(column);
  return column;
}

function settingsJson(column: Column): Record<string, unknown> {
  if (column.facet === 'text') {
    return {
      allowMultipleLines: false,
      appendChangesToExistingText: false,
      linesForEditing: 0,
      maxLength: 255,
      ...column.settings,
    };
  }
  if (column.facet === 'note') {
    return { appendChangesToExistingText: false, linesForEditing: 6, textType: 'plain', ...column.settings };
  }
  if (column.facet === 'choice')
    return { allowTextEntry: false, displayAs: 'dropDownMenu', ...column.settings };
  return column.settings;
}

/** The columnDefinition Graph answers. */
export function columnJson(column: Column): Record<string, unknown> {
  const facet = column.facet === 'note' ? 'text' : column.facet === 'multiChoice' ? 'choice' : column.facet;
  return {
    columnGroup: 'Custom Columns',
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.unique,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
    [facet]: settingsJson(column),
  };
}

export interface Columns {
  /** The columns of a list in order. */
  of(list: string): Column[];
  add(list: string, column: Column): void;
  replace(list: string, column: Column): void;
  remove(list: string, column: Column): void;
}

/** Columns of one database, kept in memory once read. */
export function columnBook(core: Core): Columns {
  const cache = new Map<string, Column[]>();
  function of(list: string): Column[] {
    let found = cache.get(list);
    if (found === undefined) {
      found = core.db
        .all<{ definition: string }>(
          'SELECT definition FROM list_column WHERE list = ? ORDER BY position',
          list,
        )
        .map((row) => JSON.parse(row.definition) as Column);
      cache.set(list, found);
    }
    return found;
  }
  return {
    of,
    add(list, column) {
      const present = of(list);
      if (present.some((each) => each.name.toLowerCase() === column.name.toLowerCase())) {
        throw new GraphError(
          409,
          'nameAlreadyExists',
          `A column with the name '${column.name}' already exists in the list.`,
        );
      }
      if (column.indexed && present.filter((each) => each.indexed && !each.builtIn).length >= mostIndexes) {
        throw invalidRequest(`The list already has ${mostIndexes} indexed columns.`);
      }
      core.db.run(
        'INSERT INTO list_column VALUES (?, ?, ?, ?, ?)',
        column.id,
        list,
        column.name,
        present.length,
        JSON.stringify(column),
      );
      cache.set(list, [...present, column]);
    },
    replace(list, column) {
      core.db.run(
        'UPDATE list_column SET definition = ? WHERE list = ? AND id = ?',
        JSON.stringify(column),
        list,
        column.id,
      );
      cache.delete(list);
    },
    remove(list, column) {
      core.db.run('DELETE FROM list_column WHERE list = ? AND id = ?', list, column.id);
      cache.delete(list);
    },
  };
}
