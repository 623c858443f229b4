/** A mission with a visa request, given to its consular officer or about to be. */

import type { Code, EntryId } from '../../src/domain/ids.ts';
import type { AnyRecord } from '../../src/domain/record-kind.ts';
import type { Log } from '../../src/log/log.ts';
import { addDefender, ines, type LogWorld, openLogWorld, pavel } from './log-world.ts';

export const applicant = (code: Code, more: AnyRecord = {}): AnyRecord => ({
  id: code.toLowerCase(),
  code,
  role: 'defender',
  applies: 'own',
  document: 'valid',
  ...more,
});

export async function ask(
  log: Log,
  about: Code,
  applicants: readonly AnyRecord[],
  more: AnyRecord = {},
): Promise<EntryId> {
  const outcome = await log.save({
    kind: 'visa-request',
    entry: log.newEntryId(),
    values: {
      about,
      day: '2026-11-18',
      visaKind: 'schengen-uniform',
      urgency: '72-hours',
      applicants,
      stage: 'asked',
      reason: 'immediate-danger',
      note: 'The whole story',
      ...more,
    },
  });
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry.entry;
}

export async function givenWorld(): Promise<{
  world: LogWorld;
  log: Log;
  about: Code;
  request: EntryId;
  file: EntryId;
}> {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  const request = await ask(log, about, [applicant(about)]);
  const given = await log.consular.give(request, pavel);
  if (given.outcome !== 'saved') throw new Error(JSON.stringify(given));
  return { world, log, about, request, file: given.entry.entry };
}
export const recordOf = (log: Log, entry: EntryId) => log.view().byEntry.get(entry)?.record;
