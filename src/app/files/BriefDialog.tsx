/** The one-page brief before it leaves: what it will say, then as a Word file. */

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { keptIds } from '../../domain/no-export.ts';
import { toDocx } from '../../files/write-brief.ts';
import { useConsentWords } from '../consent/consent-words.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { ModalDialog } from '../shell/ModalDialog.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { useText, useWords } from '../words.tsx';
import { type BriefSubject, briefOf, entriesBehind } from './brief-of.ts';
import { download } from './download.ts';
import { useKeptInside } from './kept-inside.ts';

/** What Word checks the spelling by. */
const wordLanguages: Readonly<Record<string, string>> = { fr: 'fr-FR', ar: 'ar-SA' };

const useStyles = makeStyles({
  content: { display: 'grid', rowGap: tokens.spacingVerticalS, alignContent: 'start' },
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
  const consent = useConsentWords();
  const look = useLook();
  const styles = useStyles();
  const kept = useKeptInside();
  const [working, setWorking] = useState(false);
  const [saved, setSaved] = useState<string>();
  const [refused, setRefused] = useState<'role' | 'own-mission'>();
  const [failure, setFailure] = useState<unknown>();
  useFocusBack();
  const brief = useMemo(
    () => briefOf(subject, { log, view, words, consent, kept: keptIds(view.entries, kept) }),
    [subject, log, view, words, consent, kept],
  );

  async function save(): Promise<void> {
    setWorking(true);
    setFailure(undefined);
    try {
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
      const stays = new Set([...log.view().byEntry.keys()].filter((entry) => !leaving.has(entry)));
      const final = briefOf(subject, { log, view: log.view(), words, consent, kept: stays });
      if (!final) throw new TypeError('a brief of nothing');
      const name = `focal-point-brief-${log.today()}.docx`;
      download(await toDocx(final, wordLanguages[words.locale] ?? 'en-GB'), name);
      setSaved(name);
    } catch (cause) {
      setFailure(cause);
    } finally {
      setWorking(false);
    }
  }

  return (
    <ModalDialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('files.brief.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {refused ? (
              <Notice
                role="alert"
                tone="warning"
                what={text(`files.refused.${refused}.what`)}
                next={text(`files.refused.${refused}.next`)}
              />
            ) : saved ? (
              <Notice
                role="status"
                tone="success"
                what={text('files.export.saved.what', { name: saved })}
                means={text('files.export.saved.means')}
                next={text('files.export.saved.next')}
              />
            ) : null}
            {failure === undefined ? null : <FailureNotice cause={failure} onRetry={() => void save()} />}
            {brief && !refused ? (
              <article className={styles.content}>
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
          </DialogContent>
          <DialogActions>
            {refused || saved ? (
              <Button appearance="primary" onClick={onClose}>
                {text('files.close')}
              </Button>
            ) : (
              <>
                <Button appearance="primary" disabled={working || !brief} onClick={() => void save()}>
                  {text(working ? 'files.export.working' : 'files.brief.save', { count: 1 })}
                </Button>
                <Button onClick={onClose}>{text('shell.cancel')}</Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}
