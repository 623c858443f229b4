/** Missions as people call them: by the name in the circle's registry, in the order of the language. */

import type { MissionCode } from '../../domain/ids.ts';
import type { CircleView } from '../../log/circle/circle.ts';
import { nameInCapitals } from '../consent/consent-words.ts';
import { useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';

export interface MissionWords {
  /** `us` says "we" where a sentence allows it. */
  name(mission: MissionCode): string;
  names(missions: readonly MissionCode[]): string;
}

export function missionName(view: Pick<CircleView, 'missions'>, mission: MissionCode): string {
  return view.missions.find(({ code }) => code === mission)?.name ?? nameInCapitals(mission);
}

export function useMissionWords(view: Pick<CircleView, 'missions'>): MissionWords {
  const log = useLog();
  const text = useText();
  const { locale } = useWords();
  const own = log.me.mission.code;
  const name = (mission: MissionCode): string =>
    mission === own ? text('circle.us') : missionName(view, mission);
  return {
    name,
    names: (missions) =>
      new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        [...missions].sort((a, b) => Number(b === own) - Number(a === own)).map(name),
      ),
  };
}
