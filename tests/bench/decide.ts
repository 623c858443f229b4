/** How many decisions a second the gate takes with 50 decisions in the file. */

import type { ConsentFile, Decision } from '../../src/domain/consent/consent-file.ts';
import { decide } from '../../src/domain/consent/decide.ts';
import type { Evidence } from '../../src/domain/consent/decision.ts';
import { type ConsentAction, type ConsentNeed, consentActions } from '../../src/domain/consent/need.ts';
import { addDays, type Code, type Day, type Instant } from '../../src/domain/ids.ts';

const person = '9BGPNH00W' as Code;
const now = '2026-11-20T09:00:00Z' as Instant;

function decision(index: number): Decision {
  const action = consentActions[index % consentActions.length] ?? 'trial';
  return {
    id: `decision-${index}`,
    outcome: index % 7 === 6 ? 'refused' : 'given',
    giver: index % 5 === 4 ? 'family' : 'defender',
    giverRef: index % 5 === 4 ? 'mother' : 'self',
    ...(index % 5 === 4 ? { whyNotDefender: 'detained' as const } : {}),
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: [
      {
        action,
        audiences: ['embassy', 'ministry', 'circle:meren'],
        identity: 'initials',
        categories: ['legal'],
      },
      {
        action: 'trial',
        audiences: ['embassy', 'court'],
        identity: 'full-name',
        categories: ['legal', 'contact'],
      },
    ],
    refuses: index % 7 === 6 ? [{ action, audiences: ['public'], identity: 'none', categories: [] }] : [],
    effect: { when: 'now' },
    validity: { kind: 'until', day: '2027-03-01' as Day },
    reviewOn: '2027-01-15' as Day,
    channel: 'in-person',
    informed: ['purpose', 'who-will-see', 'may-withdraw'],
    statistics: false,
    by: { objectId: 'o', tenantId: 't', name: 'Focal point, Aldermark' },
    at: `${addDays('2026-09-01' as Day, index)}T09:00:00Z` as Instant,
  };
}

function fiftyDecisions(): ConsentFile {
  return { about: person, decisions: Array.from({ length: 50 }, (_, index) => decision(index)), tickets: [] };
}

const needs: readonly ConsentNeed[] = (['trial', 'visa', 'publicity', 'demarche'] as const).map(
  (action: ConsentAction) => ({
    kind: 'consent',
    action,
    audiences: [action === 'publicity' ? 'public' : 'embassy'],
    identity: 'initials',
    categories: ['legal'],
    persons: [person],
    basis: 'consent',
    tense: 'ahead',
  }),
);

function evidenceWith(file: ConsentFile): Evidence {
  return {
    files: new Map([[person, file]]),
    circumstances: new Map([
      [person, { code: person, speakers: [], minor: false, status: 'free', group: false }],
    ]),
    zone: 'Asia/Tbilisi',
  };
}

/** Decisions per second of processor time, the best of five windows of `ms` / 5 milliseconds of it, in turn for needs that are allowed and refused. */
export function decisionsPerSecond(ms = 1000): number {
  const evidence = evidenceWith(fiftyDecisions());
  const answers = needs.map((need) => decide(need, evidence, { now }).allowed);
  if (!answers.includes(true) || !answers.includes(false))
    throw new TypeError('the bench decides only one way');
  return bestRate(ms, () => {
    for (const need of needs) decide(need, evidence, { now });
    return needs.length;
  });
}

/** The same with a file that was read a moment ago, each time: every row is examined before it counts. */
export function freshFilesPerSecond(ms = 1000): number {
  const file = fiftyDecisions();
  const [need] = needs;
  if (!need) throw new TypeError('the bench has no need');
  return bestRate(ms, () => {
    decide(need, evidenceWith({ ...file }), { now });
    return 1;
  });
}

/** By the processor's own count, which other work on the machine does not change. */
function bestRate(ms: number, round: () => number): number {
  let best = 0;
  for (let window = 0; window < 6; window += 1) {
    const start = process.cpuUsage();
    let count = 0;
    let spent = 0;
    while (spent < ms / 5) {
      for (let turn = 0; turn < 100; turn += 1) count += round();
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1000;
    }
    // The first window warms up.
    if (window > 0) best = Math.max(best, (count / spent) * 1000);
  }
  return Math.round(best);
}

/** Prints the figures; the target is 200,000 decisions a second. */
export function benchDecide(): void {
  const warm = decisionsPerSecond().toLocaleString('en');
  console.log(`decide: ${warm} decisions/s with 50 decisions in the file (target 200,000)`);
  console.log(`decide: ${freshFilesPerSecond().toLocaleString('en')} decisions/s on files of 50 just read`);
}

if (process.argv[1]?.endsWith('bench/decide.ts')) benchDecide();
