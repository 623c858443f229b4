/**
 * A bundle that lies at the consular desk is taken back at once when its request is closed or not there any more, or when
 * the last word of somebody in it about visas is no. Whether a no governs is for the gate; the reader of the duty looks.
 */

import type { ConsentFile, Decision, Grant } from '../../consent/consent-file.ts';
import type { Code } from '../../ids.ts';
import { visaRequest } from '../../records/visa/visa-request.ts';
import { consularFile } from '../../system/consular-file.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

export function visaDeskOver(sources: DutySources): readonly Due[] {
  const files = entriesOf(sources, consularFile);
  if (files.length === 0) return [];
  const open = new Set(
    entriesOf(sources, visaRequest).flatMap(({ entry, record }) => (record.closedOn ? [] : [entry])),
  );
  const unwilling = new Set<Code>(sources.files.filter(saidNo).map(({ about }) => about));
  return files.flatMap(({ entry, record }) => {
    const people = [record.about, ...(record.applicants ?? []).map(({ code }) => code)];
    const halted = people.some((code) => unwilling.has(code));
    return record.withdrawnOn || (open.has(record.request) && !halted)
      ? []
      : [
          {
            id: `${entry}:visa-desk-over:${record.givenOn}`,
            kind: 'visa-desk-over',
            about: record.about,
            entry,
            due: record.givenOn,
            step: 'open',
            values: { who: record.officer.name, ...(halted ? { context: 'halted' } : {}) },
            closesIn: 'entry',
            whoMay: 'record',
            harmsFrom: 0,
            needsContact: false,
          } satisfies Due,
        ];
  });
}

/** Whether what was said last about visas in this file is no; wishes for later say nothing of today. */
function saidNo(file: ConsentFile): boolean {
  const last = file.decisions
    .filter(({ effect }) => effect.when === 'now')
    .flatMap((decision) => {
      const no = isNo(decision);
      return no === undefined ? [] : [{ no, at: decision.at }];
    })
    .reduce<{ readonly no: boolean; readonly at: string } | undefined>(
      (latest, each) => (latest && latest.at > each.at ? latest : each),
      undefined,
    );
  return last?.no === true;
}

function isNo({ outcome, grants, refuses }: Decision): boolean | undefined {
  const names = (rows: readonly Grant[]) => rows.some(({ action }) => action === 'visa');
  if (outcome === 'withdrawn' || outcome === 'refused')
    return grants.length + refuses.length === 0 || names([...grants, ...refuses]) ? true : undefined;
  return names(refuses) ? true : names(grants) ? false : undefined;
}
