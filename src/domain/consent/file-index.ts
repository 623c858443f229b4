/** Keeps what each giver ever said about a cell, newest first, so that a long file is not read whole for each question. */

import type { ConsentFile } from './consent-file.ts';
import type { Audience, ConsentAction } from './need.ts';
import { giverKey } from './standing.ts';
import { type Statement, statementOn } from './statement.ts';

/** Statements of one giver: newest first, at the same instant the more restrictive first. */
export type Said = readonly Statement[];

/** Files are immutable values: one index for each, filled cell by cell. */
const indexes = new WeakMap<ConsentFile, Map<ConsentAction, Map<Audience, readonly Said[]>>>();

export function saidAbout(file: ConsentFile, action: ConsentAction, audience: Audience): readonly Said[] {
  let index = indexes.get(file);
  if (!index) {
    index = new Map();
    indexes.set(file, index);
  }
  let cells = index.get(action);
  if (!cells) {
    cells = new Map();
    index.set(action, cells);
  }
  let said = cells.get(audience);
  if (!said) {
    said = gather(file, action, audience);
    cells.set(audience, said);
  }
  return said;
}

function gather(file: ConsentFile, action: ConsentAction, audience: Audience): readonly Said[] {
  const givers = new Map<string, Statement[]>();
  for (const decision of file.decisions) {
    const statement = statementOn(decision, action, audience);
    if (!statement) continue;
    const giver = giverKey(decision);
    const group = givers.get(giver);
    if (group) group.push(statement);
    else givers.set(giver, [statement]);
  }
  return [...givers.values()].map((group) => group.sort(byTime));
}

const severity = { withdraws: 0, refuses: 0, defers: 1, agrees: 2 } as const;

function byTime(a: Statement, b: Statement): number {
  if (a.decision.at !== b.decision.at) return a.decision.at < b.decision.at ? 1 : -1;
  return severity[a.says] - severity[b.says] || (a.decision.id < b.decision.id ? -1 : 1);
}
