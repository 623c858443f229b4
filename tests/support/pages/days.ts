/** Days as the mission's clock has them and as the forms of the demo write them. */

const zone = 'Asia/Tbilisi';

/** Today in the mission, or so many days later; `YYYY-MM-DD`. */
export function missionDay(later = 0): string {
  const now = new Date(Date.now() + later * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
}

/** A day as a field shows and accepts it in British English, `21 Nov 2026`. */
export function written(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date));
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}
