/** Gives a visa bundle to a consular officer, takes it back, writes the officer's answer, and takes that over into the request. */

import type { Verdict } from '../../domain/consent/decision.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { MissionPerson } from '../../domain/missions.ts';
import {
  type AnyRecord,
  checkRecord,
  type Entry,
  type Person,
  type Problems,
} from '../../domain/record-kind.ts';
import { visaRequest } from '../../domain/records/visa/visa-request.ts';
import type { VisaRequest } from '../../domain/records/visa/visa-request-fields.ts';
import { may } from '../../domain/roles.ts';
import { answerFor } from '../../domain/system/consular-answer.ts';
import { type Answer, answered, bundleFor, takenBack } from '../../domain/system/consular-desk.ts';
import { type ConsularFile, consularFile } from '../../domain/system/consular-file.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import { type Desk, saveDraft } from './save.ts';
import type { SaveOutcome } from './saving.ts';

export type DeskOutcome =
  | { readonly outcome: 'saved'; readonly entry: Entry }
  | { readonly outcome: 'refused'; readonly verdict: Verdict }
  | { readonly outcome: 'invalid'; readonly problems: Problems };

export interface ConsularDesk {
  /** The request is given, or given again as it is by now. @throws StoreError; TypeError when the officer is none of this mission's */
  give(request: EntryId, officer: Person): Promise<DeskOutcome>;
  /** What stood in the officer's list is emptied; that it was given stays. @throws StoreError */
  takeBack(request: EntryId): Promise<DeskOutcome>;
  /** @throws StoreError; TypeError for somebody to whom it was not given */
  answer(file: EntryId, answer: Omit<Answer, 'answeredOn'>): Promise<DeskOutcome>;
  /** Saves the officer's answer into the request, as any change of it is saved. @throws StoreError */
  takeOver(request: EntryId): Promise<SaveOutcome | { readonly outcome: 'nothing' }>;
}

/** Two people write different halves of a file: whoever comes second takes up the other's half and goes on. */
const ATTEMPTS = 4;

export function openConsularDesk(
  desk: Desk,
  environment: Environment,
  people: () => readonly MissionPerson[],
): ConsularDesk {
  const { today } = desk;
  const fileIn = (entry: Entry | undefined) => entry?.record as ConsularFile | undefined;

  function mustRecord(): void {
    if (!desk.may('record') || !desk.may('act'))
      throw new TypeError('bundles are not given or taken back in this role');
  }

  /** `make` gets the file as it is now. */
  async function write(
    id: EntryId,
    make: (file: ConsularFile | undefined) => AnyRecord,
  ): Promise<DeskOutcome> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await desk.books.fresh(consularFile, id);
      const checked = checkRecord(consularFile, make(fileIn(before)), today());
      if (!checked.ok) return { outcome: 'invalid', problems: checked.problems };
      const toClear = { kind: consularFile, entry: id, record: checked.record, by: desk.by };
      const passage = await desk.gate.pass(toClear, before);
      if ('refused' in passage) return { outcome: 'refused', verdict: passage.refused };
      if (!('pass' in passage)) {
        if (before) return { outcome: 'saved', entry: before };
        throw new TypeError('a used ticket without its entry');
      }
      const { pass } = passage;
      try {
        const entry = before
          ? await desk.books.amend(pass.cleared, before)
          : await desk.books.add(pass.cleared);
        await pass.used();
        // A consular officer cannot open the journal; their list is read again with every beat instead.
        await desk.journal
          .write({ act: before ? 'amended' : 'added', kind: consularFile.key, entry: id })
          .catch(() => undefined);
        return { outcome: 'saved', entry };
      } catch (error) {
        if (!(isStoreError(error) && error.maybeDone)) await pass.release().catch(() => undefined);
        if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
      }
    }
  }

  const idOf = (request: EntryId) => derivedEntryId(environment, `consular ${request}`);

  return {
    async give(request, officer) {
      mustRecord();
      const isOfficer = people().some(
        (one) =>
          one.objectId === officer.objectId &&
          one.tenantId === officer.tenantId &&
          may(one, 'answer-visas') &&
          (one.to === undefined || one.to >= today()),
      );
      if (!isOfficer) throw new TypeError('not a consular officer of this mission');
      const held = await desk.books.fresh(visaRequest, request);
      if (!held || held.newer) throw new TypeError('there is no such request here');
      const record = held.record as VisaRequest;
      const gift = { officer, by: desk.by, today: today() };
      return write(await idOf(request), (file) => bundleFor({ entry: request, record }, gift, file));
    },
    async takeBack(request) {
      mustRecord();
      return write(await idOf(request), (file) => {
        if (!file) throw new TypeError('nothing was given');
        return takenBack(file, today());
      });
    },
    async answer(file, answer) {
      if (!desk.may('answer-visas')) throw new TypeError('visas are not answered in this role');
      return write(file, (held) => {
        if (!held || held.withdrawnOn || !isSame(held.officer, desk.by))
          throw new TypeError('this bundle was not given to you');
        return answered(held, { ...answer, answeredOn: today() });
      });
    },
    async takeOver(request) {
      const [held, file] = await Promise.all([
        desk.books.fresh(visaRequest, request),
        desk.books.fresh(consularFile, await idOf(request)),
      ]);
      const given = fileIn(file);
      const changes = held && given && answerFor(held.record as VisaRequest, given);
      if (!held || !changes) return { outcome: 'nothing' };
      const { id, version, record } = held;
      return saveDraft(desk, {
        kind: visaRequest.key,
        entry: request,
        values: { ...record, ...changes },
        base: { id, version, record },
      });
    },
  };
}

function isSame(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}
