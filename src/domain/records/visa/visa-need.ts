/**
 * What a visa request needs the gate to clear.
 *
 * Whoever applies in person has said with the application itself that this embassy may deal with it: they need say no
 * further yes, and only a recorded refusal or withdrawal stands in the way; so for whom it is about and who does not
 * travel. Whoever somebody else applies for, a child through a guardian among them, must have agreed. And nobody's own
 * application reaches beyond this embassy: the capital, a representing state, a support letter to another mission and an organisation that takes over each
 * need the consent of every applicant for exactly that audience.
 */

import type { Audience, Need } from '../../consent/need.ts';
import type { Code } from '../../ids.ts';
import type { AnyRecord } from '../../record-kind.ts';
import { isLodged } from './visa-bundle.ts';
import type { VisaRequest } from './visa-request-fields.ts';

/** Rows of a draft, perhaps half filled in. */
export function rowsIn(draft: AnyRecord): readonly AnyRecord[] {
  return Array.isArray(draft.applicants)
    ? draft.applicants.filter((row) => typeof row === 'object' && row !== null)
    : [];
}

/** Those outside this embassy who learn of it: who decides as soon as it goes there, a letter's reader, an organisation. */
function audiencesBeyond(record: Partial<VisaRequest>): readonly Audience[] {
  const goesThere = record.stage !== undefined && record.stage !== 'asked';
  const wider = new Set<Audience>();
  if (goesThere && (record.decidedBy === 'capital' || record.decidedBy === 'interior')) wider.add('ministry');
  if (goesThere && record.decidedBy === 'representing-state' && record.representedBy)
    wider.add(`mission:${record.representedBy}`);
  const hasLetter = record.letterState === 'planned' || record.letterState === 'sent';
  if (hasLetter && record.letterTo === 'other-mission' && record.letterMission)
    wider.add(`mission:${record.letterMission}`);
  if (record.handOverTo) wider.add(`ngo:${record.handOverTo}`);
  return [...wider];
}

export function visaNeed(record: Partial<VisaRequest>): Need {
  const people = rowsIn(record);
  const everybody = new Set(
    [...people.map((row) => row.code), record.about].filter((each): each is Code => typeof each === 'string'),
  );
  const others = new Set(
    people.flatMap((row) =>
      row.applies === 'own' || typeof row.code !== 'string' ? [] : [row.code as Code],
    ),
  );
  const theirOwn = [...everybody].filter((code) => !others.has(code));
  const beyond = audiencesBeyond(record);
  const isPlanned =
    record.letterState === 'planned' ||
    (record.handOverTo !== undefined && record.handOverAcceptedOn === undefined);
  const hasHappened =
    isLodged(record.stage) || record.letterState === 'sent' || record.handOverAcceptedOn !== undefined;
  const common = {
    kind: 'consent',
    action: 'visa',
    identity: 'full-name',
    tense: hasHappened && !isPlanned ? 'past' : 'ahead',
    audiences: ['embassy', ...beyond],
    categories: beyond.length > 0 ? (['immigration'] as const) : [],
    persons: [...everybody],
  } as const;
  if (beyond.length === 0 && others.size === 0) return { ...common, basis: 'no-refusal' };
  return { ...common, basis: 'consent', ...(theirOwn.length > 0 ? { theirOwn } : {}) };
}
