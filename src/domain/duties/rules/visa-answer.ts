/** What a consular officer answered is taken over into the request: the next day, for the defender waits for it. */

import { addDays } from '../../ids.ts';
import { visaRequest } from '../../records/visa/visa-request.ts';
import { answerFor } from '../../system/consular-answer.ts';
import { consularFile } from '../../system/consular-file.ts';
import { type Due, type DutySources, entriesBy, entriesOf } from '../sources.ts';

export function visaAnswer(sources: DutySources): readonly Due[] {
  const files = entriesBy(sources, consularFile, 'request');
  return entriesOf(sources, visaRequest).flatMap(({ entry, record }) => {
    const file = files.get(entry)?.[0]?.record;
    if (!file?.answeredOn || record.closedOn || !answerFor(record, file)) return [];
    return [
      {
        id: `${entry}:visa-answer:${file.answeredOn}`,
        kind: 'visa-answer',
        about: record.about,
        entry,
        due: addDays(file.answeredOn, 1),
        step: 'open',
        values: { day: file.answeredOn },
        closesIn: 'entry',
        needsContact: false,
      } satisfies Due,
    ];
  });
}
