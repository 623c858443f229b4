/** One appointment in a line: time there, time here where it differs, about whom, whether it may go on and whether somebody goes. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { kindByKey } from '../../domain/registry.ts';
import type { Mark } from '../calendar-marks.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { ConsentMarkText } from '../table/ConsentMarkText.tsx';
import { consentMarkOf, mayNotGoOn } from '../table/consent-mark.ts';
import { useText, useWords } from '../words.tsx';
import { plansFor } from './plans-for.ts';

const useStyles = makeStyles({
  mark: {
    display: 'grid',
    gridTemplateColumns: '48px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  short: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  time: { fontVariantNumeric: 'tabular-nums' },
  none: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** `short` leaves the place out and puts the time above, for the days of a month. */
export function MarkLine(props: { readonly mark: Mark; readonly short?: boolean }): ReactNode {
  const { mark, short } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const entry = view.byEntry.get(mark.entry);
  const consent = entry && consentMarkOf(entry, log);
  const isStopped = consent !== undefined && mayNotGoOn(consent);
  const plans = (isStopped ? [] : plansFor(view, mark.entry))
    .map((plan) => ({ plan, standing: consentMarkOf(plan, log) }))
    .filter(({ standing }) => mayNotGoOn(standing));
  const here = mark.time && mark.zone ? words.here?.(mark.day, mark.time, mark.zone) : undefined;
  return (
    <div className={mergeClasses(styles.mark, short && styles.short)}>
      <span className={styles.time}>{mark.time ?? ''}</span>
      <div>
        <a className={look.link} href={hrefOf({ page: 'entries', id: mark.entry })}>
          {mark.about ? <span className={look.strong}>{words.cover(mark.about)}</span> : null}
          {mark.about ? ' · ' : null}
          {text(`calendar.${mark.kind}.${mark.word}`)}
        </a>
        {entry && !short ? (
          <div className={look.quiet}>{kindByKey(entry.kind)?.summary(entry.record, words)}</div>
        ) : null}
        {here ? <div className={look.quiet}>{here}</div> : null}
        {isStopped ? <ConsentMarkText mark={consent} /> : null}
        {plans.map(({ plan, standing }) => (
          <div key={plan.entry} className={look.quiet}>
            <a className={look.link} href={hrefOf({ page: 'entries', id: plan.entry })}>
              {text(`kinds.${plan.kind}.one`)}
            </a>{' '}
            <ConsentMarkText mark={standing} />
          </div>
        ))}
        {mark.noObserver ? (
          <span className={styles.none}>
            <Warning16Regular aria-hidden="true" />
            {text('calendarPage.noObserver')}
          </span>
        ) : null}
      </div>
    </div>
  );
}
