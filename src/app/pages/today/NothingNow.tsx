/** Today when nothing is owed: says so, and names the next date there is. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import type { ReactNode } from 'react';
import { addDays } from '../../../domain/ids.ts';
import { marksBetween } from '../../calendar-marks.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { readsOnly, seesNoEntries } from '../../shell/open-lists.ts';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
  nothing: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
  },
});

const YEAR = 365;

export function NothingNow(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const today = log.today();
  const reads = readsOnly(log.me);
  const closed = reads || seesNoEntries(view.health, log.me);
  const next = closed ? undefined : marksBetween(view, today, addDays(today, YEAR), today)[0];
  return (
    <div className={mergeClasses(look.card, styles.nothing)}>
      {closed ? <Info20Regular aria-hidden="true" /> : <CheckmarkCircle20Regular aria-hidden="true" />}
      <div>
        <p className={mergeClasses(look.text, look.strong)}>
          {text(reads ? 'today.readsOnly' : closed ? 'today.notShared' : 'today.nothing')}
        </p>
        <p className={look.quiet}>
          {closed
            ? text(reads ? 'today.readsOnlyWhy' : 'today.notSharedWhy')
            : next
              ? text('today.nextDate', {
                  what: text(`calendar.${next.kind}.${next.word}`),
                  day: words.day(next.day),
                })
              : text('today.noNextDate')}
        </p>
      </div>
    </div>
  );
}
