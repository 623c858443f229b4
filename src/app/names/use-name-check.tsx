/** Before words are saved or sent: names from the mission's own list that stand in them are pointed out, and a person decides. */

import { type ReactNode, useRef, useState } from 'react';
import { useLog } from '../log-context.tsx';
import { type Finding, NameQuestion } from './NameQuestion.tsx';

export interface ToCheck {
  /** Where the text stands, in the reader's words; absent where there is only one. */
  readonly where?: string;
  readonly text: string;
}

export interface NameChecking {
  /** The question while it stands, to be rendered. */
  readonly asking: ReactNode;
  /** Whether they may be saved or sent as they are. What was let stand once is not asked again here. */
  mayGoOn(texts: readonly ToCheck[], namesNobody?: boolean): Promise<boolean>;
}

/** Texts looked through in one go: a list that is taken in has thousands, and the page stays alive meanwhile. */
const AT_ONCE = 200;

interface Asked {
  readonly findings: readonly Finding[];
  readonly namesNobody: boolean;
  readonly answer: (goesOn: boolean) => void;
}

export function useNameCheck(): NameChecking {
  const log = useLog();
  const [asked, setAsked] = useState<Asked>();
  const letStand = useRef(new Set<string>());

  async function findingsIn(texts: readonly ToCheck[]): Promise<readonly Finding[]> {
    const names = await log.namesIn(texts.map(({ text }) => text));
    return texts.flatMap(({ where }, place) =>
      (names?.[place] ?? []).map((word) => ({ ...(where === undefined ? {} : { where }), word })),
    );
  }

  async function mayGoOn(texts: readonly ToCheck[], namesNobody = false): Promise<boolean> {
    if (texts.length === 0) return true;
    const found: Finding[] = [];
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      if (from > 0) await new Promise((rest) => setTimeout(rest));
      found.push(...(await findingsIn(texts.slice(from, from + AT_ONCE))));
    }
    const findings = found.filter((finding) => !letStand.current.has(keyOf(finding)));
    if (findings.length === 0) return true;
    const goesOn = await new Promise<boolean>((resolve) =>
      setAsked({ findings, namesNobody, answer: resolve }),
    );
    setAsked(undefined);
    if (goesOn) for (const finding of findings) letStand.current.add(keyOf(finding));
    return goesOn;
  }

  const asking = asked ? (
    <NameQuestion findings={asked.findings} namesNobody={asked.namesNobody} onAnswer={asked.answer} />
  ) : null;
  return { asking, mayGoOn };
}

function keyOf({ where = '', word }: Finding): string {
  return `${where} ${word}`;
}
