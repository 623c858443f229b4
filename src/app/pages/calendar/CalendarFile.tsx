/** Asks before dates leave as a calendar file: how many, what stands in it, and whether the place goes with them. */

import { Checkbox } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { msOf } from '../../../domain/ids.ts';
import { calendarFile, type DatedLine } from '../../../files/ics.ts';
import type { NotHandedOutWhy } from '../../../log/writing/hand-out.ts';
import { type Mark, marksOf } from '../../calendar-marks.ts';
import { download } from '../../files/download.ts';
import { HandOutDialog } from '../../files/HandOutDialog.tsx';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { titleOf } from './marks-to-take.ts';

export function CalendarFile(props: {
  readonly marks: readonly Mark[];
  readonly onClose: () => void;
}): ReactNode {
  const { marks, onClose } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const [withPlace, setWithPlace] = useState(false);
  const [refused, setRefused] = useState<NotHandedOutWhy>();
  const [done, setDone] = useState<{ readonly count: number; readonly leftOut: number }>();
  const hasPlaces = marks.some((mark) => mark.place);

  async function save(): Promise<void> {
    const entries = [...new Set(marks.map((mark) => mark.entry))];
    const given = await log.handOut({ act: 'exported', kind: 'calendar', entries });
    if (given.outcome === 'refused') {
      setRefused(given.why);
      return;
    }
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

  return (
    <HandOutDialog
      title={text('calendarPage.file.title', { count: marks.length })}
      go={text('calendarPage.file.save')}
      going={text('shell.saving')}
      over={done || refused ? text('entries.close') : undefined}
      onGo={save}
      onClose={onClose}
    >
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
        </>
      )}
    </HandOutDialog>
  );
}
