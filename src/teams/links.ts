/** Opens addresses outside the tab, and only those that cannot run anything. */

/** The address, checked. Throws a TypeError unless it is a complete https or mailto address. */
export function outwardAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'mailto:') {
    throw new TypeError('only https and mailto addresses are opened');
  }
  return parsed.href;
}

/** Opens a checked address in a window that knows nothing of ours. */
export function openExternally(url: string): void {
  window.open(outwardAddress(url), '_blank', 'noopener,noreferrer');
}
