/** Keeps the one clear word about each of our rows true: somebody observes, somebody answered, it is over. */

import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import type { CircleState } from '../../../domain/circle/sharing-rules.ts';
import { clearUnchanged } from '../../../domain/consent/clear.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import type { ShareRecord } from '../../../domain/system/share.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { Inbox } from '../received/inbox.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Contents } from './share-contents.ts';
import type { Shares } from './shares.ts';

interface Parts {
  readonly shares: Shares;
  readonly inbox: Inbox;
  readonly contents: Contents;
}

/** Missions that are not addressed see this word alone: without it they would go on looking for an observer. */
export function indexStates({ circle }: SharingCore, { shares, inbox, contents }: Parts) {
  function stateFor(record: ShareRecord, answers: readonly Readonly<Record<string, unknown>>[]): CircleState {
    if (record.type === 'request') return answers.length > 0 ? 'answered' : 'open';
    const state = contents.stateOf(record);
    const isComing = answers.some(
      (one) =>
        one.part !== 'reserve' &&
        (one.state === 'confirmed' || (one.state === undefined && one.says === 'yes')),
    );
    return state === 'no-observer' && isComing ? 'observer' : state;
  }

  async function write(row: Entry, state: CircleState): Promise<void> {
    const record = { ...row.record, state };
    const cleared = clearUnchanged({ kind: circleEntry, entry: row.entry, record, by: circle.me }, row);
    if (!cleared) throw new TypeError('the word about a row changes nothing it takes along');
    try {
      await circle.amend(cleared, row);
    } catch (error) {
      // Somebody of ours was faster; what is still wrong is mended the next time.
      if (!isStoreError(error, 'changed-meanwhile')) throw error;
    }
  }

  return async function keepStates(): Promise<void> {
    const answers = new Map<unknown, Readonly<Record<string, unknown>>[]>();
    for (const { content } of inbox.entries())
      if (content?.type === 'answer')
        answers.set(content.body.to, [...(answers.get(content.body.to) ?? []), content.body]);
    for (const { record } of shares.all()) {
      const isTold = record.type === 'request' || record.type === 'shared-entry';
      if (record.state !== 'shared' || record.digest === undefined || !isTold) continue;
      const row = circle.replica.find(record.row);
      const state = stateFor(record, answers.get(record.row) ?? []);
      if (row && row.record.state !== 'retracted' && row.record.state !== state) await write(row, state);
    }
  };
}
