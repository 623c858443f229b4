/** One date in a line: time there, time here where it differs, about whom, whether it stands, may go on, and somebody goes. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { Fragment, type ReactNode } from 'react';
import { kindByKey } from '../../../domain/registry.ts';
import type { Mark } from '../../calendar-marks.ts';
import { followerOf } from '../../chain.ts';
import { later } from '../../later.ts';
import { useView } from '../../log-context.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';

const MayNotGoOn = later(
  () => import('./MayNotGoOn.tsx').then((file) => file.MayNotGoOn),
  'pages',
  'consent',
);

const useStyles = makeStyles({
  mark: {
    display: 'grid',
    gridTemplateColumns: '48px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    '@media print': { paddingBlockEnd: tokens.spacingVerticalXS },
  },
  whole: { display: 'inline-block', maxInlineSize: '100%' },
  short: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  time: { fontVariantNumeric: 'tabular-nums' },
  off: { textDecorationLine: 'line-through' },
  none: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
    '& > svg': { flexShrink: 0 },
  },
});

export function MarkLine(props: {
  readonly mark: Mark;
  /** Leaves the place out and puts the time above, for the days of a month. */
  readonly short?: boolean;
  /** Appointments of mine at the same time. */
  readonly clashes?: readonly Mark[] | undefined;
  /** Stands in a grid, which moves the focus itself. */
  readonly inGrid?: boolean;
}): ReactNode {
  const { mark, short, clashes = [] } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const entry = view.byEntry.get(mark.entry);
  const summary = (entry && kindByKey(entry.kind)?.summary(entry.record, words)) ?? '';
  const follower = mark.off ? followerOf(view, mark.entry) : undefined;
  const movedTo = follower && kindByKey(follower.kind)?.day(follower.record);
  const stop = props.inGrid ? { tabIndex: -1 } : {};
  const here = mark.time && mark.zone ? words.here?.(mark.day, mark.time, mark.zone) : undefined;
  return (
    <div
      className={mergeClasses(styles.mark, (short || props.inGrid) && styles.short)}
      data-entry={mark.entry}
      data-about={mark.about}
    >
      <span className={mergeClasses(styles.time, mark.off && styles.off)}>{mark.time ?? ''}</span>
      <div>
        <a
          className={look.link}
          href={hrefOf({ page: mark.sharedBy ? 'circle' : 'entries', id: mark.entry })}
          {...stop}
        >
          {mark.about ? (
            <span className={mergeClasses(look.strong, mark.off && styles.off)}>
              {words.cover(mark.about)}
            </span>
          ) : null}
          {mark.about ? ' · ' : null}
          {text(`calendar.${mark.kind}.${mark.word}`)}
        </a>
        {movedTo ? (
          <div className={look.quiet}>{text('calendarPage.movedTo', { day: words.day(movedTo) })}</div>
        ) : null}
        {mark.sharedBy ? (
          <div className={look.quiet}>
            {text('calendarPage.sharedBy', { mission: mark.sharedBy })}
            {mark.place && !short ? ` · ${mark.place}` : ''}
          </div>
        ) : null}
        {entry && !short ? (
          <div className={look.quiet}>{props.inGrid ? summary : <Whole parts={summary.split(' · ')} />}</div>
        ) : null}
        {here ? <div className={look.quiet}>{here}</div> : null}
        {entry ? (
          <LazyPart>
            <MayNotGoOn entry={entry} inGrid={props.inGrid === true} />
          </LazyPart>
        ) : null}
        {mark.noObserver ? (
          <span className={styles.none}>
            <Warning16Regular aria-hidden="true" />
            {text('calendarPage.noObserver')}
          </span>
        ) : null}
        {clashes.map((other) => (
          <span key={`${other.entry}${other.nth}`} className={styles.none}>
            <Warning16Regular aria-hidden="true" />
            {text('calendarPage.clash', {
              what: [other.about && words.cover(other.about), text(`calendar.${other.kind}.${other.word}`)]
                .filter(Boolean)
                .join(' · '),
              time: other.time ?? '',
            })}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Joined with dots, and each part whole where there is room for it: a line ends between a court and its room, not within a name. */
function Whole(props: { readonly parts: readonly string[] }): ReactNode {
  const styles = useStyles();
  const last = props.parts.length - 1;
  return props.parts.map((part, place) => (
    <Fragment key={props.parts.slice(0, place + 1).join(' · ')}>
      {place > 0 ? ' ' : ''}
      <span className={styles.whole}>{place < last ? `${part} ·` : part}</span>
    </Fragment>
  ));
}
