/** The button that saves dates as a calendar file, for those whose role takes things out of the log. */

import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { type ReactNode, useState } from 'react';
import type { Mark } from '../../calendar-marks.ts';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useText } from '../../words.tsx';
import { CalendarFile } from './later-file.ts';
import { useMarksToTake } from './marks-to-take.ts';

/** Nothing where there is no date, or no right to take one along. */
export function FileButton(props: { readonly marks: readonly Mark[] }): ReactNode {
  const text = useText();
  const [asked, setAsked] = useState(false);
  const marks = useMarksToTake(props.marks);
  if (marks.length === 0) return null;
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
