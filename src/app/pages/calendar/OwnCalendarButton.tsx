/** The button beside the calendar file: puts one date of this entry into one's own calendar. */

import { Button } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { type ReactNode, useState } from 'react';
import type { Mark } from '../../calendar-marks.ts';
import { later } from '../../later.ts';
import { useLog } from '../../log-context.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useText } from '../../words.tsx';
import { useMarksToTake } from './marks-to-take.ts';

const OwnCalendarDialog = later(
  () => import('./OwnCalendarDialog.tsx').then((file) => file.OwnCalendarDialog),
  'pages',
);

/** Nothing where no date lies ahead, or for whom takes nothing out of the log. */
export function OwnCalendarButton(props: { readonly marks: readonly Mark[] }): ReactNode {
  const log = useLog();
  const text = useText();
  const [asked, setAsked] = useState(false);
  const today = log.today();
  const marks = useMarksToTake(props.marks).filter(({ day, off }) => !off && day >= today);
  if (marks.length === 0) return null;
  return (
    <>
      <Button
        appearance="subtle"
        icon={<CalendarAdd20Regular aria-hidden="true" />}
        onClick={() => setAsked(true)}
      >
        {text('calendarPage.own.open')}
      </Button>
      {asked ? (
        <LazyPart fallback={null}>
          <OwnCalendarDialog marks={marks} onClose={() => setAsked(false)} />
        </LazyPart>
      ) : null}
    </>
  );
}
