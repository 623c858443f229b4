/** How great somebody's risk is: what the latest assessment says, or, before there is one, what stands with the defender. */

import { type Code, type Day, dayOf, type EntryId } from './ids.ts';
import { type AnyRecord, aboutOf, type Entry } from './record-kind.ts';
import { defender } from './records/defender.ts';
import { riskAssessment } from './records/risk-assessment.ts';
import { riskLevels } from './records/vocabulary.ts';

export type RiskLevel = (typeof riskLevels)[number];

export interface Risk {
  /** Undefined where only a review day was noted. */
  readonly level: RiskLevel | undefined;
  readonly review: Day | undefined;
  /** The entry that says so. */
  readonly entry: EntryId;
  /** Day of the assessment; undefined where nobody made one yet. */
  readonly assessedOn: Day | undefined;
  /** Since when every assessment said high or critical; undefined where the latest does not. */
  readonly graveSince: Day | undefined;
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

/** A map of entries is never changed once made, so what was worked out from it holds as long as it does. */
const worked = new WeakMap<Entries, ReadonlyMap<Code, Risk>>();

/** The risk of everybody about whom something is said, people and groups alike. */
export function risksIn(entries: Entries): ReadonlyMap<Code, Risk> {
  const known = worked.get(entries);
  if (known) return known;
  const risks = new Map<Code, Risk>();
  for (const entry of entries.get(defender.key) ?? []) {
    const code = aboutOf(entry.record);
    const risk = entry.newer ? undefined : firstEstimate(entry);
    if (code && risk) risks.set(code, risk);
  }
  for (const [code, history] of assessmentsByCode(entries)) {
    const risk = latestOf(history);
    if (risk) risks.set(code, risk);
  }
  worked.set(entries, risks);
  return risks;
}

/** Everything that was ever assessed about one code, newest first. */
export function assessmentsOf(entries: Entries, code: Code): readonly Entry[] {
  return assessmentsByCode(entries).get(code) ?? [];
}

export function isGrave(level: unknown): boolean {
  return level === 'high' || level === 'critical';
}

function assessmentsByCode(entries: Entries): ReadonlyMap<Code, readonly Entry[]> {
  const byCode = new Map<Code, Entry[]>();
  for (const entry of entries.get(riskAssessment.key) ?? []) {
    const code = aboutOf(entry.record);
    if (!code || entry.newer) continue;
    const history = byCode.get(code);
    if (history) history.push(entry);
    else byCode.set(code, [entry]);
  }
  for (const history of byCode.values()) history.sort(newestFirst);
  return byCode;
}

function newestFirst(a: Entry, b: Entry): number {
  const [first, second] = [`${a.record.day} ${a.createdAt}`, `${b.record.day} ${b.createdAt}`];
  return first < second ? 1 : first > second ? -1 : 0;
}

function latestOf(history: readonly Entry[]): Risk | undefined {
  const [latest] = history;
  if (!latest) return undefined;
  const calm = history.findIndex(({ record }) => !isGrave(record.level));
  const grave = calm < 0 ? history : history.slice(0, calm);
  return {
    level: levelIn(latest.record.level),
    review: dayIn(latest.record.review),
    entry: latest.entry,
    assessedOn: dayIn(latest.record.day),
    graveSince: dayIn(grave.at(-1)?.record.day),
  };
}

function firstEstimate({ entry, record, createdAt }: Entry): Risk | undefined {
  const { riskLevel, riskReview }: AnyRecord = record;
  if (riskLevel === undefined && riskReview === undefined) return undefined;
  return {
    level: levelIn(riskLevel),
    review: dayIn(riskReview),
    entry,
    assessedOn: undefined,
    graveSince: isGrave(riskLevel) ? dayOf(createdAt) : undefined,
  };
}

function levelIn(value: unknown): RiskLevel | undefined {
  return riskLevels.find((level) => level === value);
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' ? (value as Day) : undefined;
}
