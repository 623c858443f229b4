/** A bundle that lies at the consular desk although its request is closed, or not there any more, is taken back at once. */

import { visaRequest } from '../../records/visa-request.ts';
import { consularFile } from '../../system/consular-file.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

export function visaDeskOver(sources: DutySources): readonly Due[] {
  const files = entriesOf(sources, consularFile);
  if (files.length === 0) return [];
  const open = new Set(
    entriesOf(sources, visaRequest).flatMap(({ entry, record }) => (record.closedOn ? [] : [entry])),
  );
  return files.flatMap(({ entry, record }) =>
    record.withdrawnOn || open.has(record.request)
      ? []
      : [
          {
            id: `${entry}:visa-desk-over:${record.givenOn}`,
            kind: 'visa-desk-over',
            about: record.about,
            entry,
            due: record.givenOn,
            step: 'open',
            values: { who: record.officer.name },
            closesIn: 'entry',
            whoMay: 'record',
            harmsFrom: 0,
            needsContact: false,
          } satisfies Due,
        ],
  );
}
