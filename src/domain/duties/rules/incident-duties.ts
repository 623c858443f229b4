/** After a leak: a note within 72 hours to whoever must know, and everybody concerned is told at once. */

import { addDays } from '../../ids.ts';
import { codesOf } from '../../record-kind.ts';
import { incident, NOTE_DAYS } from '../../records/incident.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

export function incidentNoteDue(sources: DutySources): readonly Due[] {
  return entriesOf(sources, incident).flatMap(({ entry, record }): Due[] => {
    if (record.noteSentOn !== undefined || record.noNoteWhy !== undefined) return [];
    return [
      {
        id: `${entry}:incident-note-due`,
        kind: 'incident-note-due',
        about: undefined,
        entry,
        due: addDays(record.discoveredOn, NOTE_DAYS),
        step: 'open',
        values: { day: record.discoveredOn },
        opens: { what: 'change', entry, section: 'answer' },
        closesIn: 'entry',
        harmsFrom: NOTE_DAYS,
        needsContact: false,
      },
    ];
  });
}

export function incidentUntold(sources: DutySources): readonly Due[] {
  return entriesOf(sources, incident).flatMap(({ entry, record }) => {
    const told = new Set((record.told ?? []).map(({ code }) => code));
    return codesOf(record)
      .filter((code) => !told.has(code))
      .map(
        (about): Due => ({
          id: `${entry}:incident-untold:${about}`,
          kind: 'incident-untold',
          about,
          entry,
          due: addDays(record.discoveredOn, NOTE_DAYS),
          step: 'tell',
          values: { day: record.discoveredOn },
          harmsFrom: NOTE_DAYS,
          needsContact: true,
        }),
      );
  });
}
