/** A visa request as a form would send it, with whatever a test changes. */

import type { ConsentNeed } from '../../src/domain/consent/need.ts';
import type { Code, Day } from '../../src/domain/ids.ts';
import { type AnyRecord, checkRecord } from '../../src/domain/record-kind.ts';
import { visaRequest } from '../../src/domain/records/visa/visa-request.ts';

export const today = '2026-11-20' as Day;
export const asker = '9BGPNH00W' as Code;
export const spouse = '2GW9KRPCZ' as Code;
export const child = 'GSCP57DRW' as Code;

export const row = (code: Code, more: AnyRecord = {}): AnyRecord => ({
  id: code.toLowerCase(),
  code,
  role: 'defender',
  applies: 'own',
  ...more,
});
export const request = (more: AnyRecord = {}): AnyRecord => ({
  about: asker,
  day: '2026-11-01',
  visaKind: 'schengen-uniform',
  urgency: '15-days',
  applicants: [row(asker)],
  stage: 'asked',
  ...more,
});

export function checked(more: AnyRecord) {
  const result = checkRecord(visaRequest, request(more), today);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.record;
}
export function broken(more: AnyRecord): Readonly<Record<string, unknown>> {
  const result = checkRecord(visaRequest, request(more), today);
  if (result.ok) return {};
  return Object.fromEntries(
    Object.entries(result.problems).map(([key, [first]]) => [key, first?.values?.rule ?? first?.code]),
  );
}
export function need(more: AnyRecord): ConsentNeed {
  const found = visaRequest.need(checked(more));
  if (found.kind === 'none') throw new Error('a visa request without a need');
  return found;
}
