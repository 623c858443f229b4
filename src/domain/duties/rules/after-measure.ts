/** After a measure went out: promises of the authorities are followed up, their questions answered, its effect looked at. */

import { addDays } from '../../ids.ts';
import type { Entry } from '../../record-kind.ts';
import { demarche } from '../../records/measures/demarche.ts';
import type { MeasureRecord } from '../../records/measures/measure-fields.ts';
import { openCommitments } from '../../records/measures/measure-rules.ts';
import { measureTaken } from '../../records/measures/measure-taken.ts';
import { measures } from '../../records/measures/measures.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

/** Days after which a promise without a day of its own is asked about. */
const COMMITMENT_DAYS = 30;
const ANSWER_DAYS = 7;
const EFFECT_DAYS = 30;

type Found = Entry<MeasureRecord>;

function sent(sources: DutySources): readonly Found[] {
  return [...entriesOf(sources, demarche), ...entriesOf(sources, measureTaken)].filter(isSent);
}

function isSent({ record }: Found): boolean {
  return record.step === 'sent';
}

export function commitmentDue(sources: DutySources): readonly Due[] {
  return sent(sources).flatMap((entry) =>
    openCommitments(entry.record).map(
      ({ id, what, due }): Due => ({
        id: `${entry.entry}:commitment-due:${id}`,
        kind: 'commitment-due',
        about: entry.record.about,
        entry: entry.entry,
        due: due ?? addDays(entry.record.replyOn ?? entry.record.day, COMMITMENT_DAYS),
        step: 'open',
        closesIn: 'entry',
        values: { what },
        opens: { what: 'change', entry: entry.entry },
        needsContact: false,
      }),
    ),
  );
}

export function asksForReply(sources: DutySources): readonly Due[] {
  return sent(sources).flatMap(({ entry, record }): readonly Due[] => {
    if (record.reply !== 'asks-for-more' || record.answeredOn !== undefined || record.after === 'closed')
      return [];
    const asked = record.replyOn ?? record.day;
    return [
      {
        id: `${entry}:asks-for-reply`,
        kind: 'asks-for-reply',
        about: record.about,
        entry,
        due: addDays(asked, ANSWER_DAYS),
        step: 'open',
        closesIn: 'entry',
        values: { day: asked, what: record.gist },
        opens: { what: 'change', entry },
        needsContact: false,
      },
    ];
  });
}

/** What was said to somebody outside; quiet help is asked about when we next speak. */
export function effectDue(sources: DutySources): readonly Due[] {
  const outward: readonly Found[] = entriesOf(sources, measureTaken).filter(({ record }) => {
    const { group } = measures[record.measure];
    return group !== 'general' && group !== 'exceptional';
  });
  return [...entriesOf(sources, demarche), ...outward]
    .filter(isSent)
    .filter(({ record }) => record.effectOfficer === undefined && record.after !== 'closed')
    .map(
      ({ entry, record }): Due => ({
        id: `${entry}:effect-due`,
        kind: 'effect-due',
        about: record.about,
        entry,
        due: addDays(record.day, EFFECT_DAYS),
        step: 'open',
        closesIn: 'entry',
        values: { day: record.day, what: record.gist },
        opens: { what: 'change', entry },
        needsContact: false,
      }),
    );
}
