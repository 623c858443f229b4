/** The one-page brief before it leaves: what it will say, then as a Word file. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { keptIds } from '../../domain/no-export.ts';
import { toDocx } from '../../files/write-brief.ts';
import type { NotHandedOutWhy } from '../../log/writing/hand-out.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { type BriefSubject, briefOf, entriesBehind } from './brief-of.ts';
import { download } from './download.ts';
import { HandOutDialog } from './HandOutDialog.tsx';
import { useKeptInside } from './kept-inside.ts';
import { NotHandedOut } from './NotHandedOut.tsx';
import { SavedAs } from './SavedAs.tsx';

/** What Word checks the spelling by. */
const wordLanguages: Readonly<Record<string, string>> = { fr: 'fr-FR', ar: 'ar-SA' };

const useStyles = makeStyles({
  brief: { display: 'grid', rowGap: tokens.spacingVerticalS, alignContent: 'start' },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export function BriefDialog(props: {
  readonly subject: BriefSubject;
  readonly kind: string;
  readonly onClose: () => void;
}): ReactNode {
  const { subject, onClose } = props;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const kept = useKeptInside();
  const [saved, setSaved] = useState<string>();
  const [refused, setRefused] = useState<NotHandedOutWhy>();
  const brief = useMemo(
    () => briefOf(subject, { log, view, words, kept: keptIds(view.entries, kept) }),
    [subject, log, view, words, kept],
  );

  async function save(): Promise<void> {
    const handed = await log.handOut({
      act: 'exported',
      kind: props.kind,
      entries: entriesBehind(subject, log),
      ...('code' in subject ? { about: subject.code } : {}),
    });
    if (handed.outcome === 'refused') {
      setRefused(handed.why);
      return;
    }
    const leaving = new Set(handed.entries.map(({ entry }) => entry));
    const stays = new Set(
      [...log.view().byEntry.values()].map(({ entry }) => entry).filter((id) => !leaving.has(id)),
    );
    const final = briefOf(subject, { log, view: log.view(), words, kept: stays });
    if (!final) throw new TypeError('a brief of nothing');
    const name = `focal-point-brief-${log.today()}.docx`;
    download(await toDocx(final, wordLanguages[words.locale] ?? 'en-GB'), name);
    setSaved(name);
  }

  return (
    <HandOutDialog
      title={text('files.brief.title')}
      go={text('files.brief.save')}
      going={text('files.export.working')}
      isWaiting={brief === undefined}
      over={refused || saved ? text('files.close') : undefined}
      onGo={save}
      onClose={onClose}
    >
      {refused ? <NotHandedOut why={refused} /> : null}
      {saved ? <SavedAs name={saved} /> : null}
      {brief && !refused ? (
        <article className={styles.brief}>
          <p className={look.strong} style={{ margin: 0 }}>
            {brief.rule}
          </p>
          <h3 className={look.title}>{brief.title}</h3>
          <p className={look.text} dir="auto">
            {brief.subtitle}
          </p>
          {brief.parts.map(({ heading, lines }) => (
            <section key={heading}>
              <h4 className={look.heading}>{heading}</h4>
              <ul className={styles.lines}>
                {lines.map((line) => (
                  <li key={line} dir="auto">
                    {line}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <p className={look.quiet}>{brief.foot}</p>
        </article>
      ) : null}
    </HandOutDialog>
  );
}
