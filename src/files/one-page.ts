/** How large the letters of a brief may be for it to stay on one page: reckoned from how many there are. */

export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly rule: string;
}

/** Half points, as Word counts; below eight points nobody reads. */
const sizes = [21, 20, 19, 18, 17, 16] as const;
export const smallestSize = 16;

/** What A4 leaves between its margins and above the foot; points. */
const ROOM = 700;
const WIDTH = 495;
/** A title and a heading, with what is left free around them; points. */
const TITLE = 24;
const HEADING = 29;
const AFTER_LINE = 3;

/** Shares of the size, on the safe side of Calibri and, in Arabic, of Arial and what stands in for its letters. */
const latin = { width: 0.43, height: 1.23 } as const;
const arabic = { width: 0.49, height: 1.22 } as const;

/** The largest size at which all of it fits; undefined when it is too long for any. */
export function sizeThatFits(brief: Sheet, rightToLeft: boolean): number | undefined {
  const font = rightToLeft ? arabic : latin;
  return sizes.find((size) => {
    const points = size / 2;
    const tall = (text: string): number =>
      Math.max(1, Math.ceil((text.length * points * font.width) / WIDTH)) * points * font.height + AFTER_LINE;
    const lines = [brief.rule, brief.subtitle, ...brief.parts.flatMap((part) => part.lines)];
    const height = lines.reduce((sum, text) => sum + tall(text), TITLE + HEADING * brief.parts.length);
    return height <= ROOM;
  });
}
