/** A proceeding before a court or another body: charge, counsel, verdict and deadlines, one row per defendant. */

import { noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, defenders, entry } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId } from '../ids.ts';
import { placeIn } from '../place-words.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { futureIn, isFuture, latest, problemsOf, speaksOfNobody } from './rule.ts';

export const proceeding = defineRecordKind({
  key: 'proceeding',
  list: 'Proceedings',
  schema: 1,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    inCase: optional(entry('case', { indexed: true })),
    kind: choice('proceeding-kinds', [
      'criminal',
      'administrative',
      'civil',
      'disciplinary',
      'extradition',
      'constitutional',
      'military',
      'juvenile',
    ]),
    court: text({ suggests: 'courts' }),
    courtNumber: optional(text()),
    stage: optional(
      choice('stages', [
        'investigation',
        'first-appearance',
        'remand',
        'pre-trial',
        'main-hearing',
        'evidence',
        'closing',
        'verdict',
        'sentence',
        'appeal',
        'cassation',
        'retrial',
        'pardon-request',
      ]),
    ),
    judges: optional(text()),
    prosecutor: optional(text()),
    defendants: optional(
      rows({
        code: defender(),
        charge: optional(text({ noNames: true })),
        article: optional(text()),
        chargeStage: optional(choice('charge-stages', ['suspect', 'charged', 'indicted'])),
        linkedToWork: optional(choice('linked-to-work', ['yes', 'no', 'unclear'])),
        likelySentence: optional(text()),
        counsel: optional(
          choices('counsel', [
            'none',
            'not-asked',
            'after-indictment',
            'after-statement',
            'at-questioning',
            'with-others-present',
            'private',
            'refused',
            'state-appointed',
            'chosen',
          ]),
        ),
        verdict: optional(
          choice('verdicts', ['acquitted', 'convicted', 'partly-convicted', 'discontinued', 'sent-back']),
        ),
        verdictOn: optional(day()),
        sentence: optional(
          choices('sentences', ['suspended', 'fine', 'custody', 'confiscation', 'ban', 'other']),
        ),
        sentenceText: optional(text({ noNames: true })),
        appealDeadline: optional(day()),
        appealLodgedOn: optional(day()),
      }),
    ),
    reasonsDue: optional(day()),
    reasonsReceivedOn: optional(day()),
    closedOn: optional(day({ indexed: true })),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'kind', 'court', 'stage'],
    people: ['named', 'inCase', 'judges', 'prosecutor'],
    defendants: ['defendants'],
    outcome: ['reasonsDue', 'reasonsReceivedOn', 'closedOn'],
    file: ['courtNumber', 'registryNumber', 'note'],
  },
  table: ['about', 'kind', 'court', 'stage'],
  summary: (record, words) =>
    `${words.text(`choices.proceeding-kinds.${record.kind}`)} · ${placeIn(record.court, words)}`,
  sharing: {
    coarse: 'trial',
    action: 'trial',
    words: ['court', 'courtNumber', 'defendants'],
    categories: { defendants: 'legal' },
  },
  day: (record) => record.closedOn,
  live: (record) =>
    record.closedOn
      ? latest(
          record.closedOn,
          record.reasonsReceivedOn ? undefined : record.reasonsDue,
          ...(record.defendants ?? []).map((row) => (row.appealLodgedOn ? undefined : row.appealDeadline)),
        )
      : 'open',
  need: () => noNeed,
  ruleNames: ['somebody', 'defendants-are-named', 'already-happened'],
  rules: (record, today) =>
    problemsOf([
      [speaksOfNobody(record), 'about', 'somebody'],
      [
        record.defendants?.some(({ code }) => code !== record.about && !record.named?.includes(code)) ??
          false,
        'named',
        'defendants-are-named',
      ],
      [futureIn(record.defendants, ['verdictOn', 'appealLodgedOn'], today), 'defendants', 'already-happened'],
      [isFuture(record.reasonsReceivedOn, today), 'reasonsReceivedOn', 'already-happened'],
      [isFuture(record.closedOn, today), 'closedOn', 'already-happened'],
    ]),
  calendar: (record) => [
    ...(record.defendants ?? []).flatMap((row) =>
      row.appealDeadline && !row.appealLodgedOn ? [{ day: row.appealDeadline, word: 'appeal-deadline' }] : [],
    ),
    ...(record.reasonsDue && !record.reasonsReceivedOn
      ? [{ day: record.reasonsDue, word: 'reasons-due' }]
      : []),
  ],
});

/** Invented, valid, complete. @public */
export const proceedingExample: RecordIn<typeof proceeding> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code],
  inCase: '01HZX3K8Q2W7V5R4T9N6M1C0BB' as EntryId,
  kind: 'criminal',
  court: 'Oskel District Court',
  courtNumber: '2026/417',
  stage: 'verdict',
  judges: 'Bench of three',
  prosecutor: 'District prosecutor',
  defendants: [
    {
      id: 'd1',
      code: '9BGPNH00W' as Code,
      charge: 'Damage to property during a vigil',
      article: '187',
      chargeStage: 'indicted',
      linkedToWork: 'yes',
      likelySentence: 'Up to three years',
      counsel: ['private', 'chosen'],
      verdict: 'convicted',
      verdictOn: '2026-11-16' as Day,
      sentence: ['suspended', 'fine'],
      sentenceText: 'One year, suspended',
      appealDeadline: '2026-12-01' as Day,
    },
    {
      id: 'd2',
      code: '2GW9KRPCZ' as Code,
      charge: 'The same',
      counsel: ['state-appointed'],
      verdict: 'acquitted',
    },
  ],
  reasonsDue: '2026-11-30' as Day,
  registryNumber: 'MER-2026-044',
  note: 'Written reasons were promised within fourteen days.',
};
