/** Fills `{{name}}` marks inside the strings of a JSON value, and lists a value's strings by their path. */

export type Values = Readonly<Record<string, string>>;

/** A mark that is still to be filled: `{{DOMAIN}}`, `{{name.short}}`. */
export const MARK = /\{\{([^{}]*)\}\}/g;

/**
 * A copy of `value` in which every mark named in `values` is replaced. Marks that `values` does not know stay as they
 * are. Replacing inside parsed strings keeps quotes and line breaks in a value from breaking the JSON around it.
 */
export function fill(value: unknown, values: Values): unknown {
  if (typeof value === 'string') {
    return value.replace(MARK, (mark, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? mark) : mark,
    );
  }
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, values)]));
  }
  return value;
}

/** Every string in `value` by its path as the localisation files spell it: `staticTabs[0].name` → `Home`. */
export function texts(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (Array.isArray(value)) {
    return new Map(value.flatMap((entry, index) => [...texts(entry, `${path}[${index}]`)]));
  }
  if (typeof value === 'object' && value !== null) {
    const prefix = path === '' ? '' : `${path}.`;
    return new Map(Object.entries(value).flatMap(([key, entry]) => [...texts(entry, `${prefix}${key}`)]));
  }
  return new Map();
}
