/** What is wrong across the fields of a visa request: above all, no refusal is closed before they know why. */

import type { Day } from '../../ids.ts';
import type { Problems } from '../../record-kind.ts';
import { futureIn, isFuture, problemsOf } from '../rule.ts';
import { areAllDecided, isLodged, isRefused } from './visa-bundle.ts';
import type { VisaRequest } from './visa-request-fields.ts';

export const visaRequestRuleNames = [
  'each-once',
  'minor-not-own',
  'decision-needs-day',
  'refused-needs-ground',
  'decided-needs-decisions',
  'lodged-needs-day',
  'admissible-needs-day',
  'not-before-asked',
  'representing-needs-mission',
  'letter-needs-addressee',
  'letter-needs-mission',
  'letter-needs-version',
  'told-needs-how',
  'told-needs-language',
  'told-needs-option',
  'not-told-needs-day',
  'not-told-needs-review',
  'closed-needs-told',
  'already-happened',
] as const;

export function visaRequestRules(record: VisaRequest, today: Day): Problems {
  const { applicants, stage } = record;
  const codes = applicants.map((row) => row.code);
  const isTold =
    record.toldOn !== undefined || (record.notToldWhy !== undefined && record.notToldOn !== undefined);
  const { notToldWhy, notToldOn, notToldReview } = record;
  const isLetter = record.letterState === 'planned' || record.letterState === 'sent';
  const past = [
    'day',
    'lodgedOn',
    'admissibleOn',
    'extendedOn',
    'letterOn',
    'toldOn',
    'notToldOn',
    'closedOn',
    'arrivedOn',
    'returnCheckedOn',
    'handOverAcceptedOn',
  ] as const;
  return problemsOf([
    [new Set(codes).size < codes.length, 'applicants', 'each-once'],
    [applicants.some((row) => row.minor === true && row.applies === 'own'), 'applicants', 'minor-not-own'],
    [
      applicants.some((row) => row.decision !== undefined && row.decidedOn === undefined),
      'applicants',
      'decision-needs-day',
    ],
    [
      applicants.some((row) => row.decision === 'refused' && row.grounds === undefined),
      'applicants',
      'refused-needs-ground',
    ],
    [
      (stage === 'decided' || record.closedOn !== undefined) && !areAllDecided(applicants),
      'applicants',
      'decided-needs-decisions',
    ],
    [futureIn(applicants, ['decidedOn'], today), 'applicants', 'already-happened'],
    [isLodged(stage) && record.lodgedOn === undefined, 'lodgedOn', 'lodged-needs-day'],
    [
      isLodged(stage) && stage !== 'lodged' && record.admissibleOn === undefined && stage !== 'decided',
      'admissibleOn',
      'admissible-needs-day',
    ],
    [record.lodgedOn !== undefined && record.lodgedOn < record.day, 'lodgedOn', 'not-before-asked'],
    [
      record.decidedBy === 'representing-state' && record.representedBy === undefined,
      'representedBy',
      'representing-needs-mission',
    ],
    [isLetter && record.letterTo === undefined, 'letterTo', 'letter-needs-addressee'],
    [
      isLetter && record.letterTo === 'other-mission' && record.letterMission === undefined,
      'letterMission',
      'letter-needs-mission',
    ],
    [
      record.letterState === 'sent' && record.letterVersion === undefined,
      'letterVersion',
      'letter-needs-version',
    ],
    [record.toldOn !== undefined && record.toldHow === undefined, 'toldHow', 'told-needs-how'],
    [record.toldOn !== undefined && record.toldLanguage === undefined, 'toldLanguage', 'told-needs-language'],
    [
      record.toldOn !== undefined && isRefused(record) && record.otherOptions === undefined,
      'otherOptions',
      'told-needs-option',
    ],
    [notToldWhy !== undefined && notToldOn === undefined, 'notToldOn', 'not-told-needs-day'],
    [
      notToldOn !== undefined && (notToldReview === undefined || notToldReview <= notToldOn),
      'notToldReview',
      'not-told-needs-review',
    ],
    [record.closedOn !== undefined && isRefused(record) && !isTold, 'closedOn', 'closed-needs-told'],
    ...past.map((key) => [isFuture(record[key], today), key, 'already-happened'] as const),
  ]);
}
