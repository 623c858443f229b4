/** Asks before a date goes into one's own calendar: which one, with the place or not; says in words when it is not let in. */

import { Button, Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { comma } from '../../../domain/fields/signs.ts';
import type { NotHandedOutWhy } from '../../../log/writing/hand-out.ts';
import type { AddOutcome } from '../../../teams/own-calendar.ts';
import { type Mark, marksOf } from '../../calendar-marks.ts';
import { HandOutDialog } from '../../files/HandOutDialog.tsx';
import { useLog, useOwnCalendar } from '../../log-context.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useFocusBack } from '../../use-focus-back.ts';
import { useText, useWords } from '../../words.tsx';
import { CalendarFile } from './later-file.ts';
import { titleOf } from './marks-to-take.ts';

export function OwnCalendarDialog(props: {
  readonly marks: readonly Mark[];
  readonly onClose: () => void;
}): ReactNode {
  const { marks, onClose } = props;
  const log = useLog();
  const calendar = useOwnCalendar();
  const text = useText();
  const words = useWords();
  const look = useLook();
  // The file's dialog takes the place of this one: the way back is that of both.
  useFocusBack();
  const [picked, setPicked] = useState(0);
  const [withPlace, setWithPlace] = useState(false);
  const [refused, setRefused] = useState<NotHandedOutWhy>();
  const [outcome, setOutcome] = useState<AddOutcome>();
  const [asFile, setAsFile] = useState(false);
  const mark = marks[picked] ?? marks[0];
  const isOver = outcome === 'added' || outcome === 'not-allowed' || refused !== undefined;

  async function add(): Promise<void> {
    if (!mark) return;
    setOutcome(undefined);
    const given = await log.handOut({ act: 'exported', kind: 'calendar', entries: [mark.entry] });
    if (given.outcome === 'refused') {
      setRefused(given.why);
      return;
    }
    // The date as it is by now, which a colleague may have changed a moment ago.
    const held = given.entries.flatMap(marksOf).find(({ nth }) => nth === mark.nth);
    if (!held) {
      setOutcome('failed');
      return;
    }
    setOutcome(
      await calendar.add({
        id: [held.entry, held.nth, held.day, held.time ?? ''].join('-'),
        title: titleOf(held, words),
        day: held.day,
        zone: log.me.mission.zone,
        ...(held.at === undefined ? {} : { at: held.at }),
        ...(withPlace && held.place ? { place: held.place } : {}),
      }),
    );
  }

  if (asFile)
    return (
      <LazyPart fallback={null}>
        <CalendarFile marks={marks} onClose={onClose} />
      </LazyPart>
    );
  return (
    <HandOutDialog
      title={text('calendarPage.own.title')}
      go={text('calendarPage.own.add')}
      going={text('calendarPage.own.adding')}
      isWaiting={mark === undefined}
      over={isOver ? text('entries.close') : undefined}
      onGo={add}
      onClose={onClose}
    >
      {isOver ? null : (
        <>
          {marks.length > 1 ? (
            <Field label={text('calendarPage.own.which')}>
              <RadioGroup value={String(picked)} onChange={(_, data) => setPicked(Number(data.value))}>
                {marks.map((each, place) => (
                  <Radio
                    key={each.nth}
                    value={String(place)}
                    label={`${titleOf(each, words)}${comma(words.locale)}${words.day(each.day)}`}
                  />
                ))}
              </RadioGroup>
            </Field>
          ) : null}
          <p className={look.text}>{text('calendarPage.own.holds')}</p>
          <p className={look.text}>{text('calendarPage.own.leaves')}</p>
          {mark?.place ? (
            <div>
              <Checkbox
                label={text('calendarPage.file.place')}
                checked={withPlace}
                onChange={(_, data) => setWithPlace(data.checked === true)}
              />
              <p className={look.quiet}>{text('calendarPage.own.placeMeans')}</p>
            </div>
          ) : null}
        </>
      )}
      <div role="status">
        {outcome === 'added' ? <p className={look.text}>{text('calendarPage.own.added')}</p> : null}
        {outcome !== undefined && outcome !== 'added' ? (
          <Notice
            tone={outcome === 'failed' ? 'warning' : 'info'}
            what={text(`calendarPage.own.${outcome}.what`)}
            means={text(`calendarPage.own.${outcome}.means`)}
            next={text(`calendarPage.own.${outcome}.next`)}
            actions={
              <Button size="small" onClick={() => setAsFile(true)}>
                {text('calendarPage.file.open')}
              </Button>
            }
          />
        ) : null}
        {refused ? (
          <Notice
            tone="info"
            what={text(`calendarPage.file.${refused}.what`)}
            means={text('calendarPage.own.nothing')}
            next={text(`calendarPage.file.${refused}.next`)}
          />
        ) : null}
      </div>
    </HandOutDialog>
  );
}
