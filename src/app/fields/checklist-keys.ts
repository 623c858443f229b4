/** The keyboard of a checklist: figures answer a line and go on to the next, arrows walk through the answers of a line. */

/** What the figure keys do to a list of lines: the answer given, and the line that has the focus afterwards. */
export type KeyEffect =
  | { readonly do: 'answer'; readonly choice: string; readonly focus: number }
  | { readonly do: 'move'; readonly focus: number };

/**
 * `key` pressed on line `line` of `lines` lines, whose answers are `choices` in the order shown. Figures beyond the
 * choices and every other key do nothing (undefined).
 */
export function pressed(
  key: string,
  line: number,
  lines: number,
  choices: readonly string[],
): KeyEffect | undefined {
  const choice = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined;
  if (choice !== undefined) return { do: 'answer', choice, focus: Math.min(line + 1, lines - 1) };
  if (key === 'PageDown') return { do: 'move', focus: Math.min(line + 1, lines - 1) };
  if (key === 'PageUp') return { do: 'move', focus: Math.max(line - 1, 0) };
  return undefined;
}

/** How many lines have an answer. `value` is the raw value of a checklist field. */
export function answered(value: unknown, items: readonly string[]): number {
  if (typeof value !== 'object' || value === null) return 0;
  const lines: Readonly<Record<string, unknown>> = { ...value };
  return items.filter((item) => answerOf(lines[item]) !== undefined).length;
}

function answerOf(line: unknown): unknown {
  return typeof line === 'object' && line !== null && 'answer' in line ? line.answer : undefined;
}
