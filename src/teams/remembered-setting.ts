/**
 * Remembers a small comfort, such as a language or the last page, on this device where the browser allows it.
 * Inside another site's frame every touch of storage may throw; then it is remembered until the page closes.
 */

export interface RememberedSetting {
  /** The remembered value, or undefined. Never throws. */
  read(): string | undefined;
  /** Remembers, or forgets when `value` is undefined. Never throws. */
  write(value: string | undefined): void;
}

/** `name` is a short key of ours; nothing about a person belongs in name or value. */
export function rememberedSetting(name: string): RememberedSetting {
  const key = `focal-point.${name}`;
  let own: { value: string | undefined } | undefined;
  return {
    read() {
      if (own) return own.value;
      try {
        return window.localStorage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(value) {
      own = { value };
      try {
        if (value === undefined) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, value);
      } catch {
        // Kept in `own`: storage is blocked or full, and a comfort is not worth a message.
      }
    },
  };
}
