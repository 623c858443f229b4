/** The missions that a form offers: those of the circles by their names there, and our own. */

import { useMemo } from 'react';
import type { MissionCode } from '../../domain/ids.ts';
import type { CircleView } from '../../log/circle/circle.ts';
import { useCircles, useCircleViews } from '../circle/use-circles.ts';
import { useLog } from '../log-context.tsx';

export interface KnownMission {
  readonly code: MissionCode;
  readonly name: string;
}

export function useKnownMissions(): readonly KnownMission[] {
  const { mission } = useLog().me;
  const { circles } = useCircles();
  const views = useCircleViews(circles);
  return useMemo(() => missionsKnown(views, mission), [views, mission]);
}

/** Each once, by name; who left is not offered. Ours comes last: most fields ask for others. */
export function missionsKnown(
  views: readonly {
    readonly missions: readonly Pick<CircleView['missions'][number], 'code' | 'name' | 'removed'>[];
  }[],
  own: KnownMission,
): readonly KnownMission[] {
  const others = new Map<MissionCode, KnownMission>();
  for (const { code, name, removed } of views.flatMap(({ missions }) => missions))
    if (!removed && code !== own.code && !others.has(code)) others.set(code, { code, name });
  return [
    ...[...others.values()].sort((a, b) => a.name.localeCompare(b.name)),
    { code: own.code, name: own.name },
  ];
}

/** What was typed: the code of the mission of that name, else the word as a code; undefined for nothing. */
export function missionTyped(typed: string, known: readonly KnownMission[]): string | undefined {
  const word = typed.trim().toLowerCase();
  return known.find(({ name }) => name.toLowerCase() === word)?.code ?? (word || undefined);
}
