/** A regional group of missions as an audience: a way to name its members, never a default and never an audience of its own. */

import type { MissionCode } from '../ids.ts';

interface Member {
  readonly code: MissionCode;
  readonly connected: boolean;
  readonly removed: boolean;
  readonly regions: readonly string[];
}

/** The missions that a group stands for today, by name; ours, those removed and those not connected are not among them. */
export function membersOfRegion(
  region: string,
  missions: readonly Member[],
  ours: MissionCode,
): readonly MissionCode[] {
  return missions
    .filter(
      ({ code, connected, removed, regions }) =>
        code !== ours && connected && !removed && regions.includes(region),
    )
    .map(({ code }) => code);
}
