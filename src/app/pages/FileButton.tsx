/** The button that saves dates as a calendar file, for those whose role takes things out of the log. */

import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { type ReactNode, useState } from 'react';
import { staysInside } from '../../domain/no-export.ts';
import { may } from '../../domain/roles.ts';
import type { Mark } from '../calendar-marks.ts';
import { useKeptInside } from '../files/kept-inside.ts';
import { CalendarFile } from '../lazy-pages.ts';
import { useLog, useView } from '../log-context.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { useText } from '../words.tsx';

/** Dates of somebody marked "own mission, no export" are left out. Nothing where there is no date, or no right to take one along. */
export function FileButton(props: { readonly marks: readonly Mark[] }): ReactNode {
  const log = useLog();
  const view = useView();
  const kept = useKeptInside();
  const text = useText();
  const [asked, setAsked] = useState(false);
  const marks = props.marks.filter(({ entry }) => {
    const held = view.byEntry.get(entry);
    return !held || !staysInside(held.record, kept);
  });
  if (marks.length === 0 || !may(log.me, 'export')) return null;
  return (
    <>
      <Button
        appearance="subtle"
        icon={<ArrowDownload20Regular aria-hidden="true" />}
        onClick={() => setAsked(true)}
      >
        {text('calendarPage.file.open')}
      </Button>
      {asked ? (
        <LazyPart fallback={null}>
          <CalendarFile marks={marks} onClose={() => setAsked(false)} />
        </LazyPart>
      ) : null}
    </>
  );
}
