/** One page for a reader with two minutes, as a Word file. */

import { withoutIsolates } from '../locales/isolates.ts';
import { runsRightToLeft } from '../locales/languages.ts';
import { sizeThatFits, smallestSize } from './one-page.ts';

export interface BriefPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface Brief {
  /** Cover name and code, or the kind and its line. */
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly BriefPart[];
  /** Stands at the top and at the foot: whose it is and what it is not for. */
  readonly rule: string;
  /** Mission, person, day. */
  readonly foot: string;
}

type Heading = 'TITLE' | 'HEADING_1';

/** Paper sizes and margins in twentieths of a point: A4. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 } as const;

/** In a language such as Arabic every paragraph runs from right to left, and its letters are told to Word as such. */
export async function toDocx(brief: Brief, language: string): Promise<Blob> {
  const { Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const rightToLeft = runsRightToLeft(language);
  const paragraph = (text: string, options: { readonly bold?: boolean; readonly heading?: Heading }) =>
    new Paragraph({
      bidirectional: rightToLeft,
      ...(options.heading ? { heading: HeadingLevel[options.heading] } : { spacing: { after: 60 } }),
      children: directedRuns(withoutIsolates(text), rightToLeft).map(
        ({ text: said, ...run }) =>
          new TextRun({
            ...run,
            text: rightToLeft && !run.rightToLeft ? closed(said) : said,
            ...(options.bold ? { bold: true } : {}),
          }),
      ),
    });
  const line = (text: string, bold = false) => paragraph(text, { bold });
  const document = new Document({
    title: 'Focal Point',
    creator: 'Focal Point',
    styles: {
      default: {
        document: {
          run: {
            font: rightToLeft ? 'Arial' : 'Calibri',
            size: sizeThatFits(brief, rightToLeft) ?? smallestSize,
            language: rightToLeft ? { bidirectional: language } : { value: language },
          },
        },
        title: { run: { size: 32, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 60 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [line(brief.foot), line(brief.rule, true)] }) },
        children: [
          line(brief.rule, true),
          paragraph(brief.title, { heading: 'TITLE' }),
          line(brief.subtitle),
          ...brief.parts.flatMap(({ heading, lines }) => [
            paragraph(heading, { heading: 'HEADING_1' }),
            ...lines.map((text) => line(text)),
          ]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

/** Word processors that go by the letters alone would move the full stop to the other side; behind it stands one of ours. */
function closed(text: string): string {
  return /[\p{L}\p{N}]$/u.test(text) ? text : `${text}\u200e`;
}

/** A stretch of a paragraph that runs one way. */
interface DirectedRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/**
 * From a letter of another script, with the figures and brackets before it, to the last letter before Arabic goes on. What
 * Arabic shares with others (its comma, the stroke that lengthens a word) goes on with it.
 */
const FOREIGN = /[([{«‹]*\p{N}*(?!\p{scx=Arabic})\p{L}[^\p{scx=Arabic}\u200e\u200f]*/gu;

const closings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '»': '«', '›': '‹' };
const openings = Object.values(closings);

/**
 * Word lays out signs and figures by the direction that a run states, and not by the letters around them: words of another
 * script get a run of their own, with the full stop of a sentence that ends there. Without it the stop stands before it.
 */
export function directedRuns(text: string, rightToLeft: boolean): readonly DirectedRun[] {
  if (!rightToLeft) return [{ text, rightToLeft }];
  const runs: DirectedRun[] = [];
  const foreign = new RegExp(FOREIGN);
  let done = 0;
  for (let found = foreign.exec(text); found; found = foreign.exec(text)) {
    const kept = keptTogether(found[0], found.index + found[0].length === text.length);
    // Nothing where it begins with a bracket that closes elsewhere: that one stays with the line.
    foreign.lastIndex = found.index + Math.max(kept.length, 1);
    if (kept === '') continue;
    if (found.index > done) runs.push({ text: text.slice(done, found.index), rightToLeft: true });
    runs.push({ text: kept, rightToLeft: false });
    done = foreign.lastIndex;
  }
  if (done < text.length) runs.push({ text: text.slice(done), rightToLeft: true });
  return runs;
}

/** As far as each bracket has its other half in the same run, or the two would face the same way. */
function keptTogether(found: string, isLast: boolean): string {
  const whole = found.slice(0, firstAlone(found));
  return isLast && whole === found ? found.trimEnd() : whole.replace(/[^\p{L}\p{N})\]}»›]+$/u, '');
}

/** Where the first bracket stands whose other half is not there; the end where each has its own. */
function firstAlone(text: string): number {
  const open: number[] = [];
  for (const [place, sign] of [...text.matchAll(/[()[\]{}«»‹›]/g)].map(
    (one) => [one.index, one[0]] as const,
  )) {
    if (openings.includes(sign)) open.push(place);
    else if (text[open.at(-1) ?? text.length] === closings[sign]) open.pop();
    else return open[0] ?? place;
  }
  return open[0] ?? text.length;
}
