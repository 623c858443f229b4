/** A list with one column of each type, made through Graph itself, for the facts to work on. */
import { randomUUID } from 'node:crypto';
import type { Client, Json } from './client.ts';

export const benchColumns = [
  { name: 'Entry', indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } },
  { name: 'Live', indexed: true, text: {} },
  { name: 'Size', indexed: true, number: {} },
  { name: 'Plain', text: {} },
  { name: 'Note', text: { allowMultipleLines: true, textType: 'plain' } },
  { name: 'Step', choice: { choices: ['planned', 'done'], displayAs: 'dropDownMenu' } },
  { name: 'Tags', choice: { choices: ['a', 'b', 'c'], displayAs: 'checkBoxes' } },
  { name: 'At', dateTime: { format: 'dateTime' } },
  { name: 'Flag', boolean: {} },
  { name: 'Approver', personOrGroup: { chooseFromType: 'peopleOnly' } },
  { name: 'Link', hyperlinkOrPicture: { isPicture: false } },
  { name: 'Must', required: true, text: {} },
];

export interface BenchList {
  id: string;
  name: string;
  /** Path of its items. */
  items: string;
  path: string;
}

/** Creates the list. Throws when that is refused. */
export async function makeBenchList(
  graph: Client,
  siteBase: string,
  columns: object[] = benchColumns,
): Promise<BenchList> {
  const name = `Contract ${randomUUID()}`;
  const made = await graph('POST', `${siteBase}/lists`, {
    displayName: name,
    columns,
    list: { template: 'genericList' },
  });
  if (made.status !== 201) throw new Error(`No list: ${made.status} ${made.text}`);
  const id = String(made.body.id);
  return { id, name, path: `${siteBase}/lists/${id}`, items: `${siteBase}/lists/${id}/items` };
}

/** Adds an item and answers its id. Throws when that is refused. */
export async function addItem(graph: Client, list: BenchList, fields: Json): Promise<string> {
  const made = await graph('POST', list.items, { fields });
  if (made.status !== 201) throw new Error(`No item: ${made.status} ${made.text}`);
  return String(made.body.id);
}

/** The rows of an answer. */
export function rowsOf(body: Json): Json[] {
  return (body.value ?? []) as Json[];
}

/** A nested object of an answer. */
export function at(body: Json, ...names: string[]): Json {
  return names.reduce<Json>((inner, name) => (inner[name] ?? {}) as Json, body);
}
