/** One page for a reader with two minutes, as a Word file. */

import { withoutIsolates } from '../locales/isolates.ts';
import { runsRightToLeft } from '../locales/languages.ts';

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
        (run) => new TextRun({ ...run, ...(options.bold ? { bold: true } : {}) }),
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
            size: 21,
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

/** A stretch of a paragraph that runs one way. */
interface DirectedRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** From a letter of another script, with the figures before it, to the last letter before Arabic goes on. */
const FOREIGN = /\p{N}*(?!\p{Script=Arabic})\p{L}[^\p{Script=Arabic}\u200e\u200f]*/gu;

/**
 * Word lays out signs and figures by the direction that a run states, and not by the letters around them: words of another
 * script get a run of their own, with the full stop of a sentence that ends there. Without it the stop stands before it.
 */
export function directedRuns(text: string, rightToLeft: boolean): readonly DirectedRun[] {
  if (!rightToLeft) return [{ text, rightToLeft }];
  const runs: DirectedRun[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(FOREIGN)) {
    const isLast = index + found.length === text.length;
    const kept = isLast ? found.trimEnd() : found.replace(/[^\p{L}\p{N}]+$/u, '');
    if (index > done) runs.push({ text: text.slice(done, index), rightToLeft: true });
    runs.push({ text: kept, rightToLeft: false });
    done = index + kept.length;
  }
  if (done < text.length) runs.push({ text: text.slice(done), rightToLeft: true });
  return runs;
}
