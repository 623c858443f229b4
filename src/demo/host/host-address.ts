/** What the host page shows, written in its own address, so that a reload or a shared link shows the same. */

export const themes = ['default', 'dark', 'contrast'] as const;
export const languages = ['en-gb', 'fr-fr', 'ar-sa', 'he-il'] as const;
export const widths = ['full', '768', '320'] as const;
export const places = ['personal', 'channel'] as const;

export interface HostState {
  /** Key of the person; empty means the first. */
  readonly person: string;
  /** Sub page id of a deep link; empty means none. */
  readonly sub: string;
  readonly theme: (typeof themes)[number];
  readonly lang: (typeof languages)[number];
  readonly width: (typeof widths)[number];
  readonly place: (typeof places)[number];
  /** Name of the fault the host plays; empty means none. */
  readonly trouble: string;
}

/** Reads query and fragment of an address; the fragment wins, unknown values fall back to the first of their kind. */
export function readAddress(search: string, hash: string): HostState {
  const given = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) given.set(name, value);
  return {
    person: given.get('person') ?? '',
    sub: given.get('sub') ?? '',
    theme: oneOf(themes, given.get('theme')),
    lang: oneOf(languages, given.get('lang')),
    width: oneOf(widths, given.get('width')),
    place: oneOf(places, given.get('place')),
    trouble: given.get('trouble') ?? '',
  };
}

/** The fragment, with its `#`, that reads back as `state`; what is as by default is left out. */
export function writeAddress(state: HostState): string {
  const plain = readAddress('', '');
  const pairs = Object.entries(state).filter(([name, value]) => value !== plain[name as keyof HostState]);
  return `#${new URLSearchParams(pairs)}`;
}

function oneOf<T extends string>(known: readonly [T, ...T[]], value: string | null): T {
  return known.find((each) => each === value) ?? known[0];
}
