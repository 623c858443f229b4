/** Something that threatened or harmed somebody: what, where, from whom, and whether a step of ours may have brought it. */

import { noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, defenders, ownStep } from '../fields/reference.ts';
import { comma } from '../fields/signs.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId } from '../ids.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, problemsOf, speaksOfNobody } from './rule.ts';
import { claimSources } from './vocabulary.ts';

/** Answers that ask us to look at our own step again. */
const linked: readonly unknown[] = ['possibly', 'likely', 'raised-by-defender'];

/** After these the person is no longer as they were: their status changes too. */
const changesStatus: readonly string[] = ['arrest', 'expulsion', 'enforced-disappearance', 'killing'];

export const threatEvent = defineRecordKind({
  key: 'threat-event',
  list: 'ThreatEvents',
  schema: 1,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    day: day({ indexed: true }),
    kinds: choices('threat-kinds', [
      'threat-of-violence',
      'smear',
      'online-harassment',
      'physical-attack',
      'digital-attack',
      'arrest',
      'prosecution',
      'summons-for-talk',
      'search',
      'inspection',
      'fine',
      'surveillance',
      'travel-ban',
      'account-freeze',
      'conscription',
      'forced-psychiatric-exam',
      'threat-to-children',
      'disbarment',
      'deregistration',
      'equipment-seizure',
      'pressure-to-leave',
      'expulsion',
      'enforced-disappearance',
      'killing',
      'other',
    ]),
    gist: optional(text({ noNames: true })),
    place: optional(text({ noNames: true, suggests: 'places' })),
    sources: optional(
      choices('threat-sources', [
        'central-authority',
        'local-authority',
        'police',
        'security-service',
        'prosecution-or-court',
        'nationalist-group',
        'religious-group',
        'company',
        'armed-group',
        'unknown',
        'other',
      ]),
    ),
    learntFrom: optional(choice('claim-sources', claimSources)),
    link: optional(
      choice('action-links', ['none-known', 'possibly', 'likely', 'raised-by-defender'], {
        indexed: true,
        noDefaultInMerge: true,
      }),
    ),
    ourStep: optional(ownStep()),
    linkNote: optional(text({ noNames: true })),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'day', 'kinds', 'gist', 'link', 'ourStep'],
    origin: ['place', 'sources', 'learntFrom', 'linkNote'],
    file: ['named', 'registryNumber', 'note'],
  },
  table: ['day', 'about', 'kinds', 'link'],
  summary: (record, words) =>
    record.gist ??
    record.kinds.map((kind) => words.text(`choices.threat-kinds.${kind}`)).join(comma(words.locale)),
  sharing: {
    coarse: 'case',
    words: ['gist', 'place'],
    categories: {
      kinds: {
        arrest: 'legal',
        prosecution: 'legal',
        fine: 'legal',
        'travel-ban': 'immigration',
        expulsion: 'immigration',
        'forced-psychiatric-exam': 'health',
        'threat-to-children': 'family',
      },
    },
  },
  day: (record) => record.day,
  live: (record) => record.day,
  need: () => noNeed,
  starts: (today) => ({ day: today }),
  hides: (draft) => (isLinked(draft) ? [] : ['ourStep', 'linkNote']),
  ruleNames: ['somebody', 'already-happened'],
  rules: (record, today) =>
    problemsOf([
      [speaksOfNobody(record), 'about', 'somebody'],
      [isFuture(record.day, today), 'day', 'already-happened'],
    ]),
  cautionNames: ['step-not-named', 'family-too'],
  cautions: (record) => [
    ...(isLinked(record) && record.ourStep === undefined
      ? [{ field: 'ourStep', name: 'step-not-named' as const }]
      : []),
    ...(record.kinds?.includes('threat-to-children')
      ? [{ field: 'kinds', name: 'family-too' as const }]
      : []),
  ],
  next: (record) => {
    const { about } = record;
    if (!about) return [];
    const changed = record.kinds.some((kind) => changesStatus.includes(kind));
    return [
      { kind: 'risk-assessment', draft: { about } },
      ...(changed ? [{ kind: 'status-change', draft: { about, day: record.day } }] : []),
    ];
  },
});

/** Whether it is possible or likelier that a step of ours brought it, or the defender says so. */
export function isLinked(record: AnyRecord): boolean {
  return linked.includes(record.link);
}

/** Invented, valid, complete. @public */
export const threatEventExample: RecordIn<typeof threatEvent> = {
  about: '9BGPNH00W' as Code,
  named: ['GSCP57DRW' as Code],
  day: '2026-11-17' as Day,
  kinds: ['surveillance', 'threat-to-children'],
  gist: 'A car outside the school on three mornings',
  place: 'Oskel',
  sources: ['security-service', 'unknown'],
  learntFrom: 'family',
  link: 'possibly',
  ourStep: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId,
  linkNote: 'It began two days after our observer sat in court.',
  registryNumber: 'MER-2026-133',
  note: 'The plates were covered.',
};
