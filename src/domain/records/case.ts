/** A case: what happened to one defender or to several, followed under a code of its own until it is closed. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender, defenders, person } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import type { Around } from '../kind-hooks.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { futureIn, isFuture, isOtherCode, problemsOf } from './rule.ts';

const caseEndings = [
  'no-longer-at-risk',
  'released-or-acquitted',
  'safe-elsewhere',
  'their-wish',
  'consent-withdrawn',
  'out-of-reach',
  'handed-over',
  'no-longer-peaceful',
  'killed-or-died',
  'other',
] as const;

/** What is said only of a case that is closed. */
const ofClosing = ['closedOn', 'closedWhy', 'closedNote', 'agreed', 'informed'] as const;

/** `about` is the case's own code, `named` are its defenders; a defender may stand in several cases. */
export const caseKind = defineRecordKind({
  key: 'case',
  list: 'Cases',
  schema: 1,
  fields: {
    about: defender({ indexed: true, unique: true, units: ['case'] }),
    named: defenders(),
    gist: text({ noNames: true }),
    state: choice('case-states', ['open', 'closed'], { indexed: true }),
    kind: optional(
      choice('case-kinds', [
        'threat-or-attack',
        'arrest-or-detention',
        'prosecution',
        'harassment',
        'disappearance-or-killing',
        'travel-or-documents',
        'work-or-organisation',
        'other',
      ]),
    ),
    lead: optional(person()),
    openedOn: optional(day({ indexed: true })),
    closedOn: optional(day({ indexed: true })),
    ownMissionOnly: optional(yesNo()),
    closedWhy: optional(choice('case-endings', caseEndings)),
    closedNote: optional(text({ noNames: true })),
    agreed: optional(choice('closing-views', ['agreed', 'disagreed', 'not-asked', 'could-not-be-asked'])),
    informed: optional(yesNo()),
    reopenings: optional(
      rows({
        on: day(),
        why: text({ noNames: true }),
        closedOn: optional(day()),
        closedWhy: optional(choice('case-endings', caseEndings)),
      }),
    ),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'named', 'gist', 'state'],
    closing: ['closedOn', 'closedWhy', 'closedNote', 'agreed', 'informed'],
    course: ['kind', 'lead', 'openedOn', 'reopenings'],
    file: ['ownMissionOnly', 'registryNumber', 'note'],
  },
  table: ['openedOn', 'about', 'gist', 'state', 'lead'],
  summary: (record) => record.gist,
  sharing: {
    coarse: 'case',
    words: ['gist'],
    categories: {
      kind: {
        'arrest-or-detention': 'legal',
        prosecution: 'legal',
        'travel-or-documents': 'immigration',
      },
      closedWhy: { 'released-or-acquitted': 'legal' },
    },
  },
  day: (record) => record.openedOn,
  live: (record) => (record.state === 'closed' && record.closedOn ? record.closedOn : 'open'),
  need: () => noNeed,
  behind: (record) => record.named,
  members: (record) => record.named,
  unit: (record) => ({ unit: 'case', defenders: record.named ?? [] }),
  noExport: (record) => (record.ownMissionOnly === true ? [record.about] : []),
  starts: (today) => ({ openedOn: today, state: 'open' }),
  hides: (draft) => [
    ...(draft.state === 'closed' ? [] : ofClosing),
    ...(wasClosed(draft) ? [] : (['reopenings'] as const)),
  ],
  needs: (draft) =>
    draft.state === 'closed' ? (['closedOn', 'closedWhy', 'agreed', 'informed'] as const) : [],
  ruleNames: [
    'not-its-own-defender',
    'closed-needs-day',
    'closed-needs-reason',
    'closed-needs-view',
    'closed-needs-told',
    'reopened-needs-why',
    'already-happened',
    'code-stays',
  ],
  rules: (record, today, around) =>
    problemsOf([
      [isOtherCode(record, around), 'about', 'code-stays'],
      [record.named.includes(record.about), 'named', 'not-its-own-defender'],
      [record.state === 'closed' && record.closedOn === undefined, 'closedOn', 'closed-needs-day'],
      [record.state === 'closed' && record.closedWhy === undefined, 'closedWhy', 'closed-needs-reason'],
      [record.state === 'closed' && record.agreed === undefined, 'agreed', 'closed-needs-view'],
      [record.state === 'closed' && record.informed === undefined, 'informed', 'closed-needs-told'],
      [isReopenedInSilence(record, around), 'reopenings', 'reopened-needs-why'],
      [futureIn(record.reopenings, ['on', 'closedOn'], today), 'reopenings', 'already-happened'],
      [isFuture(record.openedOn, today), 'openedOn', 'already-happened'],
      [isFuture(record.closedOn, today), 'closedOn', 'already-happened'],
    ]),
  part: 'gathered',
  reopens: (record, today) =>
    record.state === 'closed'
      ? {
          state: 'open',
          reopenings: [
            ...(record.reopenings ?? []),
            {
              id: `r${(record.reopenings?.length ?? 0) + 1}`,
              on: today,
              ...(record.closedOn ? { closedOn: record.closedOn } : {}),
              ...(record.closedWhy ? { closedWhy: record.closedWhy } : {}),
            },
          ],
        }
      : undefined,
});

/** What was never closed is not reopened. */
function wasClosed({ state, closedOn, reopenings }: AnyRecord): boolean {
  return state === 'closed' || closedOn !== undefined || (Array.isArray(reopenings) && reopenings.length > 0);
}

/** Opened once more, and nothing says on which day and why. */
function isReopenedInSilence(record: AnyRecord, around: Around | undefined): boolean {
  if (around?.before?.state !== 'closed' || record.state !== 'open') return false;
  const count = (rows: unknown): number => (Array.isArray(rows) ? rows.length : 0);
  return count(record.reopenings) <= count(around.before.reopenings);
}

/** Invented, valid, complete. @public */
export const caseKindExample: RecordIn<typeof caseKind> = {
  about: '5Z9DSRTT4' as Code,
  named: ['2GW9KRPCZ' as Code, '9BGPNH00W' as Code],
  gist: 'Prosecution after the vigil at the river, Oskel',
  state: 'closed',
  kind: 'prosecution',
  lead: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  openedOn: '2026-03-10' as Day,
  closedOn: '2026-11-10' as Day,
  ownMissionOnly: true,
  closedWhy: 'no-longer-at-risk',
  closedNote: 'Both acquitted, the appeal was dropped',
  agreed: 'agreed',
  informed: true,
  reopenings: [
    {
      id: 'r1',
      on: '2026-09-01' as Day,
      why: 'The prosecutor appealed',
      closedOn: '2026-07-02' as Day,
      closedWhy: 'released-or-acquitted',
    },
  ],
  registryNumber: 'MER-2026-030',
  note: 'Two defendants, one trial.',
};
