/** Missions as people call them: by the name in the circle's registry, in the order of the language. */

import type { OpenRequest } from '../../domain/circle/requests.ts';
import type { MissionCode } from '../../domain/ids.ts';
import { inOneList } from '../../locales/isolates.ts';
import type { CircleEntry, CircleView } from '../../log/circle/circle.ts';
import { nameInCapitals } from '../consent/consent-words.ts';
import { useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';

export interface MissionWords {
  /** Ours is "Our mission", which begins a line or stands by itself. */
  name(mission: MissionCode): string;
  /** The same inside a sentence. */
  within(mission: MissionCode): string;
  names(missions: readonly MissionCode[]): string;
  /** All who can read it but the one that shared it. */
  others(row: Pick<CircleEntry, 'from' | 'audience'>): string;
}

export function missionName(view: Pick<CircleView, 'missions'>, mission: MissionCode): string {
  return view.missions.find(({ code }) => code === mission)?.name ?? nameInCapitals(mission);
}

/** `named`: on a sheet that other missions see too, ours is called by its name like theirs. */
export function useMissionWords(
  view: Pick<CircleView, 'missions'>,
  ours: 'us' | 'named' = 'us',
): MissionWords {
  const log = useLog();
  const text = useText();
  const { locale } = useWords();
  const own = log.me.mission.code;
  const name = (mission: MissionCode): string =>
    mission === own && ours === 'us' ? text('circle.us') : missionName(view, mission);
  const names = (missions: readonly MissionCode[]): string =>
    inOneList([...missions].sort((a, b) => Number(b === own) - Number(a === own)).map(name), locale);
  return {
    name,
    within: (mission) => (mission === own && ours === 'us' ? text('circle.usWithin') : name(mission)),
    names,
    others: ({ from, audience }) => names(audience.filter((mission) => mission !== from)),
  };
}

/** Who asks whom for what, as we would say it. */
export function useAsked(
  view: Pick<CircleView, 'missions'>,
  ours: 'us' | 'named' = 'us',
): (request: Pick<OpenRequest, 'from' | 'to' | 'asks'>) => string {
  const own = useLog().me.mission.code;
  const text = useText();
  const missions = useMissionWords(view, ours);
  return ({ from, to, asks }) => {
    const others = ours === 'named' ? to : to.filter((mission) => mission !== own);
    const who = ours === 'named' ? 'they' : from === own ? 'we' : others.length === 0 ? 'us' : 'usToo';
    return text(`circle.requests.asks.${who}`, {
      mission: missions.name(from),
      whom: missions.names(others),
      asks: text(`circle.asks.${asks}`),
    });
  };
}
