/** A bundle with papers missing is completed three days before its appointment, else within a week of being asked. */

import { addDays, type Day } from '../../ids.ts';
import { incomplete } from '../../records/visa/visa-bundle.ts';
import { visaRequest } from '../../records/visa/visa-request.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const BEFORE_APPOINTMENT = 3;
const AFTER_ASKING = 7;

export function visaIncomplete(sources: DutySources): readonly Due[] {
  return entriesOf(sources, visaRequest).flatMap(({ entry, record }) => {
    const missing = incomplete(record);
    if (record.closedOn || missing.length === 0) return [];
    return [
      {
        id: `${entry}:visa-incomplete`,
        kind: 'visa-incomplete',
        about: record.about,
        entry,
        due: dueOn(record),
        step: 'open',
        values: { missing: missing.length, all: record.applicants.length },
        opens: { what: 'change', entry },
        ...(record.appointmentOn ? { harmsFrom: 0 } : {}),
        needsContact: false,
      } satisfies Due,
    ];
  });
}

function dueOn(record: { readonly day: Day; readonly appointmentOn?: Day }): Day {
  return record.appointmentOn
    ? addDays(record.appointmentOn, -BEFORE_APPOINTMENT)
    : addDays(record.day, AFTER_ASKING);
}
