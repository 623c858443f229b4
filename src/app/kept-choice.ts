/** Keeps harmless choices (language, density) on this device where the frame allows it; never anything about a person. */

const forNow = new Map<string, string>();

/** What was chosen before, or undefined where nothing was or storage is closed to a framed page. */
export function keptChoice(name: string): string | undefined {
  try {
    return localStorage.getItem(`focal-point:${name}`) ?? undefined;
  } catch {
    return forNow.get(name);
  }
}

/** Keeps a choice, or forgets it (undefined). A frame without storage keeps it until the page closes. */
export function keepChoice(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`focal-point:${name}`);
    else localStorage.setItem(`focal-point:${name}`, value);
  } catch {
    // A cross-site frame may refuse storage; the choice then lasts as long as the page.
    if (value === undefined) forNow.delete(name);
    else forNow.set(name, value);
  }
}
