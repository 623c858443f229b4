/** What one decision says about one cell (an action towards an audience): agreed, put off, refused, withdrawn, or nothing. */

import type { Decision, Grant } from './consent-file.ts';
import type { Audience, ConsentAction, DataCategory, IdentityLevel } from './need.ts';

/** One question to the gate about one person. */
export interface Cell {
  readonly action: ConsentAction;
  readonly audience: Audience;
  readonly identity: IdentityLevel;
  readonly categories: readonly DataCategory[];
  readonly textDigest?: string;
  readonly proceeding?: string;
}

export interface Statement {
  readonly decision: Decision;
  readonly says: 'agrees' | 'defers' | 'refuses' | 'withdraws';
  /** `agrees`: the rows that cover the cell, direct ones first. */
  readonly rows: readonly Row[];
}
export interface Row {
  readonly grant: Grant;
  /** The wider audience through which the row covers the cell, when it does not list the audience itself. */
  readonly via?: Audience;
}

type Place = Pick<Cell, 'action' | 'audience'>;
const noRows: readonly Row[] = [];

/** A refusal anywhere in a decision goes before an agreement in the same decision. */
export function statementOn(
  decision: Decision,
  action: ConsentAction,
  audience: Audience,
): Statement | undefined {
  const cell = { action, audience };
  switch (decision.outcome) {
    case 'withdrawn':
      return blocks(decision.grants, cell) ||
        blocks(decision.refuses, cell) ||
        isEverything(decision.grants, decision.refuses)
        ? { decision, says: 'withdraws', rows: noRows }
        : undefined;
    case 'refused':
      return decision.refuses.length === 0 || blocks(decision.refuses, cell)
        ? { decision, says: 'refuses', rows: noRows }
        : undefined;
    case 'deferred':
      return decision.refuses.length === 0 || blocks(decision.refuses, cell)
        ? { decision, says: 'defers', rows: noRows }
        : undefined;
    case 'given':
    case 'given-in-part': {
      const rows = rowsFor(decision.grants, cell);
      const named = rows.some((row) => row.via === undefined);
      if (blocks(decision.refuses, cell, named)) return { decision, says: 'refuses', rows: noRows };
      return rows.length > 0 ? { decision, says: 'agrees', rows } : undefined;
    }
  }
}

function isEverything(listed: readonly Grant[], alsoListed: readonly Grant[]): boolean {
  return listed.length === 0 && alsoListed.length === 0;
}

function rowsFor(grants: readonly Grant[], cell: Place): readonly Row[] {
  let direct: Row[] | undefined;
  let wider: Row[] | undefined;
  for (const grant of grants) {
    if (grant.action !== cell.action) continue;
    if (grant.audiences.includes(cell.audience)) {
      direct ??= [];
      direct.push({ grant });
      continue;
    }
    const via = widerAudience(grant, cell.audience);
    if (via) {
      wider ??= [];
      wider.push({ grant, via });
    }
  }
  if (direct) return wider ? [...direct, ...wider] : direct;
  return wider ?? noRows;
}

/** A ministry's need to know includes its embassy; a circle is its members on the day of the decision. */
function widerAudience(grant: Grant, audience: Audience): Audience | undefined {
  if (audience === 'embassy') return grant.audiences.includes('ministry') ? 'ministry' : undefined;
  if (!audience.startsWith('mission:')) return undefined;
  const mission = audience.slice('mission:'.length);
  return grant.audiences.find(
    (wider) => wider.startsWith('circle:') && membersOn(grant, wider)?.includes(mission),
  );
}

/** Members of a circle as noted in the row; a circle may be called like anything that every object has. */
function membersOn({ members }: Grant, circle: Audience): readonly string[] | undefined {
  const id = circle.slice('circle:'.length);
  return members && Object.hasOwn(members, id) ? members[id] : undefined;
}

/**
 * Whether refused or withdrawn rows reach the cell: every audience when none is listed, everybody wider than a
 * refused embassy, and the members of a refused circle (all missions where no members are noted) unless the same
 * decision agrees to that mission by name.
 */
function blocks(rows: readonly Grant[], cell: Place, agreedByName = false): boolean {
  for (const row of rows) {
    if (row.action !== cell.action) continue;
    if (row.audiences.length === 0) return true;
    for (const audience of row.audiences) {
      if (audience === cell.audience || audience === 'embassy') return true;
      if (agreedByName || !audience.startsWith('circle:') || !cell.audience.startsWith('mission:')) continue;
      const members = membersOn(row, audience);
      if (!members || members.includes(cell.audience.slice('mission:'.length))) return true;
    }
  }
  return false;
}
