/** A measure as a form would send it, from the barest draft to one that waits for the head of mission. */

import type { Code, Day } from '../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../../src/domain/record-kind.ts';

export const today = '2026-11-20' as Day;
export const heron = '9BGPNH00W' as Code;
export const greta = {
  objectId: '00000000-0000-4000-8000-000000000103',
  tenantId: '00000000-0000-4000-8000-000000000001',
  name: 'Head of mission, Aldermark',
};
export const bare = { about: heron, subject: 'defender', gist: 'Ask why', day: today, step: 'draft' };
export const note = { ...bare, form: 'note-verbale' };
export const withRisk = { reprisalDefender: 'possible' };
export const statement = {
  ...bare,
  measure: 'statement',
  step: 'for-decision',
  reprisalDefender: 'likely',
  preferred: [{ id: 'p', measure: 'statement' }],
  alternatives: 'Silence',
  whyThis: 'They asked for it',
  riskToldOn: today,
};
export const agreed = { decision: 'agreed', decidedBy: greta, decidedOn: today };

export function broken(
  kind: AnyKind,
  values: AnyRecord,
  before?: AnyRecord,
  claims: AnyRecord = {},
): AnyRecord {
  const checked = checkRecord(kind, values, today, {
    find: () => claims,
    ...(before ? { before } : {}),
  });
  if (checked.ok) return {};
  return Object.fromEntries(
    Object.entries(checked.problems).map(([key, [first]]) => [key, first?.values?.rule ?? first?.code]),
  );
}
export function kept(kind: AnyKind, values: AnyRecord): AnyRecord {
  const checked = checkRecord(kind, values, today);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.record;
}
export const needOf = (kind: AnyKind, values: AnyRecord) => kind.need(kept(kind, values));
