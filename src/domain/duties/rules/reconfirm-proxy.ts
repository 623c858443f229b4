/** What somebody else agreed to while the defender could not be asked is confirmed with the defender once they can be. */

import { canBeAsked } from '../../consent/circumstances.ts';
import { agreementsStanding } from '../../consent/standing.ts';
import { addDays, type Code, type Day } from '../../ids.ts';
import { statusChange } from '../../records/status-change.ts';
import { localNow } from '../../zoned.ts';
import { type Due, type DutySources, entriesBy } from '../sources.ts';

const passing: readonly unknown[] = ['detained', 'missing', 'unreachable', 'other', undefined];
const DAYS = 7;

export function reconfirmProxy(sources: DutySources, today: Day): readonly Due[] {
  return sources.files.flatMap((file) => {
    const circumstances = sources.circumstances(file.about);
    if (!circumstances || circumstances.group || !canBeAsked(circumstances)) return [];
    const reachable = reachableSince(sources, file.about);
    return agreementsStanding(file, today)
      .filter(
        (decision) =>
          decision.giver !== 'defender' &&
          passing.includes(decision.whyNotDefender) &&
          !file.decisions.some((own) => own.giver === 'defender' && own.at > decision.at),
      )
      .map((decision): Due => {
        const spoke = localNow(decision.at, sources.zone).day;
        const since = reachable !== undefined && reachable > spoke ? reachable : spoke;
        return {
          id: `${decision.id}:reconfirm-proxy`,
          kind: 'reconfirm-proxy',
          about: file.about,
          entry: decision.source,
          due: addDays(since, DAYS),
          step: 'ask-consent',
          values: { day: spoke },
          harmsFrom: 0,
          needsContact: true,
        };
      });
  });
}

function reachableSince(sources: DutySources, code: Code): Day | undefined {
  return (entriesBy(sources, statusChange, 'about').get(code) ?? [])
    .map(({ record }) => record.day)
    .sort()
    .at(-1);
}
