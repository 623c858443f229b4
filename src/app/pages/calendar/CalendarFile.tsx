/** Asks before dates leave as a calendar file: how many, what stands in it, and whether the place goes with them. */

import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { msOf } from '../../../domain/ids.ts';
import { calendarFile, type DatedLine } from '../../../files/ics.ts';
import type { Log } from '../../../log/log.ts';
import { type Mark, marksOf } from '../../calendar-marks.ts';
import { download } from '../../files/download.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { ModalDialog } from '../../shell/ModalDialog.tsx';
import { Notice } from '../../shell/Notice.tsx';
import { useFocusBack } from '../../use-focus-back.ts';
import { useText, useWords } from '../../words.tsx';
import { titleOf } from './marks-to-take.ts';

const useStyles = makeStyles({ content: { display: 'grid', rowGap: tokens.spacingVerticalM } });

type Refused = Extract<Awaited<ReturnType<Log['handOut']>>, { outcome: 'refused' }>['why'];

export function CalendarFile(props: {
  readonly marks: readonly Mark[];
  readonly onClose: () => void;
}): ReactNode {
  const { marks, onClose } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  useFocusBack();
  const [withPlace, setWithPlace] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [refused, setRefused] = useState<Refused>();
  const [done, setDone] = useState<{ readonly count: number; readonly leftOut: number }>();
  const hasPlaces = marks.some((mark) => mark.place);

  async function save(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      const entries = [...new Set(marks.map((mark) => mark.entry))];
      const given = await log.handOut({ act: 'exported', kind: 'calendar', entries });
      if (given.outcome === 'refused') setRefused(given.why);
      else {
        const asked = new Set(marks.map((mark) => `${mark.entry} ${mark.nth}`));
        const lines = given.entries.flatMap((entry) =>
          marksOf(entry)
            .filter((mark) => asked.has(`${mark.entry} ${mark.nth}`))
            .map(
              (mark): DatedLine => ({
                entry: mark.entry,
                nth: mark.nth,
                savedAt: entry.at,
                title: titleOf(mark, words),
                day: mark.day,
                ...(mark.at === undefined ? {} : { at: mark.at }),
                ...(mark.off ? { off: true } : {}),
                ...(withPlace && mark.place ? { place: mark.place } : {}),
              }),
            ),
        );
        const content = await calendarFile(lines, {
          name: text('calendarPage.file.name'),
          language: words.locale,
          now: msOf(log.now()),
        });
        download(new Blob([content], { type: 'text/calendar;charset=utf-8' }), 'focal-point.ics');
        setDone({ count: lines.length, leftOut: given.leftOut });
      }
    } catch (cause) {
      setFailure(cause);
    }
    setBusy(false);
  }

  return (
    <ModalDialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('calendarPage.file.title', { count: marks.length })}</DialogTitle>
          <DialogContent className={styles.content}>
            {done ? (
              <p className={look.text} role="status">
                {text('calendarPage.file.done', { count: done.count })}{' '}
                {done.leftOut > 0 ? text('calendarPage.file.leftOut', { count: done.leftOut }) : ''}
              </p>
            ) : refused ? (
              <Notice
                role="alert"
                tone="info"
                what={text(`calendarPage.file.${refused}.what`)}
                means={text(`calendarPage.file.${refused}.means`)}
                next={text(`calendarPage.file.${refused}.next`)}
              />
            ) : (
              <>
                <p className={look.text}>{text('calendarPage.file.holds')}</p>
                <p className={look.text}>{text('calendarPage.file.leaves')}</p>
                {hasPlaces ? (
                  <div>
                    <Checkbox
                      label={text('calendarPage.file.place')}
                      checked={withPlace}
                      onChange={(_, data) => setWithPlace(data.checked === true)}
                    />
                    <p className={look.quiet}>{text('calendarPage.file.placeMeans')}</p>
                  </div>
                ) : null}
                {failure ? <FailureNotice cause={failure} onRetry={() => void save()} /> : null}
              </>
            )}
          </DialogContent>
          <DialogActions>
            {done || refused ? null : (
              <Button appearance="primary" disabled={busy} onClick={() => void save()}>
                {text(busy ? 'shell.saving' : 'calendarPage.file.save')}
              </Button>
            )}
            <Button onClick={onClose}>{text(done || refused ? 'entries.close' : 'shell.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}
