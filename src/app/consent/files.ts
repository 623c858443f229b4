/** Finds the consent files of defenders in what is on screen. */

import type { ConsentFile, Decision, Ticket } from '../../domain/consent/consent-file.ts';
import { countsInStatistics } from '../../domain/consent/statistics.ts';
import type { Code } from '../../domain/ids.ts';
import { aboutOf } from '../../domain/record-kind.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import type { Log, View } from '../../log/log.ts';

/** The file of one person; empty when nothing was ever recorded. */
export function fileOf(view: Pick<View, 'entries'>, code: Code): ConsentFile {
  const found = (view.entries.get(consentFile.key) ?? []).find(({ record }) => aboutOf(record) === code);
  return {
    about: code,
    decisions: (found?.record.decisions as readonly Decision[] | undefined) ?? [],
    tickets: (found?.record.tickets as readonly Ticket[] | undefined) ?? [],
  };
}

/** Newest first; at the same instant, the one recorded last comes first. */
export function newestFirst(decisions: readonly Decision[]): readonly Decision[] {
  return [...decisions].reverse().sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/** Whether the person last agreed to be counted in figures. */
export function mayCount(log: Pick<Log, 'view' | 'now' | 'me'>, code: Code): boolean {
  return countsInStatistics(fileOf(log.view(), code), log.now(), log.me.mission.zone);
}
