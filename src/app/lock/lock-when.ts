/** When the screen is cleared: on Esc three times in a row, or after a while without a sign of the person. */

/** Three presses of Esc within so many ms. */
const WITHIN_MS = 1_500;
const PRESSES = 3;

/** The presses that still count, with one more at `at` (ms); `hide` once there are enough of them. */
export function escaped(
  presses: readonly number[],
  at: number,
): { readonly presses: readonly number[]; readonly hide: boolean } {
  const recent = [...presses, at].filter((press) => at - press <= WITHIN_MS && press <= at);
  return recent.length >= PRESSES ? { presses: [], hide: true } : { presses: recent, hide: false };
}

export const idleChoices = [2, 5, 10, 20, 30] as const;
export type IdleMinutes = (typeof idleChoices)[number];
export const usualIdle: IdleMinutes = 10;

/** What was kept on this device, or the usual. */
export function idleMinutes(kept: string | undefined): IdleMinutes {
  return idleChoices.find((minutes) => String(minutes) === kept) ?? usualIdle;
}

/** Whether the person has been away long enough; a clock that was set back counts from now. */
export function isAway(lastSeen: number, now: number, minutes: number): boolean {
  return now - lastSeen >= minutes * 60_000;
}
