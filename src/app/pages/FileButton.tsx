/** The button that saves dates as a calendar file, for those whose role takes things out of the log. */

import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { type ReactNode, useState } from 'react';
import { may } from '../../domain/roles.ts';
import type { Mark } from '../calendar-marks.ts';
import { CalendarFile } from '../lazy-pages.ts';
import { useLog } from '../log-context.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { useText } from '../words.tsx';

/** Nothing where there is no date, or no right to take one along. */
export function FileButton(props: { readonly marks: readonly Mark[] }): ReactNode {
  const log = useLog();
  const text = useText();
  const [asked, setAsked] = useState(false);
  if (props.marks.length === 0 || !may(log.me, 'export')) return null;
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
          <CalendarFile marks={props.marks} onClose={() => setAsked(false)} />
        </LazyPart>
      ) : null}
    </>
  );
}
