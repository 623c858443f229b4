/** The example of a kind with whatever a test changes, checked. */

import type { Code, Day } from '../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../../src/domain/record-kind.ts';
import { exampleOf } from './examples.ts';

export const today = '2026-11-20' as Day;
export const heron = '9BGPNH00W' as Code;
export const child = 'GSCP57DRW' as Code;
export const other = '2GW9KRPCZ' as Code;

export function brokenRules(kind: AnyKind, change: AnyRecord): Readonly<Record<string, unknown>> {
  const checked = checkRecord(kind, { ...exampleOf(kind), ...change }, today);
  if (checked.ok) return {};
  return Object.fromEntries(
    Object.entries(checked.problems).map(([key, [first]]) => [key, first?.values?.rule ?? first?.code]),
  );
}

export function recordOf(kind: AnyKind, change: AnyRecord): AnyRecord {
  const checked = checkRecord(kind, { ...exampleOf(kind), ...change }, today);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.record;
}
