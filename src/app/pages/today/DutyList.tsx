/** Duties one below the other, their dates and buttons in columns. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { usePrinting } from '../../table/use-printing.ts';
import { useText } from '../../words.tsx';
import { DutyRow } from './DutyRow.tsx';

const useStyles = makeStyles({
  rows: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto auto auto',
    columnGap: tokens.spacingHorizontalM,
    // Longhands: they settle against the `padding` of the shared list look in any order of insertion.
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  more: { justifySelf: 'start' },
});

/** So many rows at a time: a page of thousands would stand still for as long as it takes to draw them. Paper has them all. */
const AT_ONCE = 50;

/** `unnamed` leaves out about whom they are, on a page that is about one person. */
export function DutyList(props: {
  readonly duties: readonly Duty[];
  readonly unnamed?: boolean;
  /** Came since the page was opened. */
  readonly fresh?: ReadonlySet<string>;
  /** Settled by a colleague while somebody points at the list. */
  readonly gone?: ReadonlySet<string>;
  readonly onAct?: (id: string) => void;
}): ReactNode {
  const log = useLog();
  const view = useView();
  const look = useLook();
  const text = useText();
  const styles = useStyles();
  const { duties } = props;
  const today = log.today();
  const [most, setMost] = useState(AT_ONCE);
  const shown = usePrinting() ? duties : duties.slice(0, most);
  const rest = duties.length - shown.length;
  const list = useRef<HTMLUListElement>(null);
  const closing = useRef<{ readonly id: string; readonly place: number }>(undefined);
  const onClosing = useCallback((id: string, place: number, opened: boolean) => {
    closing.current = opened ? { id, place } : undefined;
  }, []);
  // The row that had the focus goes with its duty: the next one takes it, or the page when none is left.
  useEffect(() => {
    const gone = closing.current;
    if (!gone || duties.some((duty) => duty.id === gone.id)) return;
    closing.current = undefined;
    const rows = list.current?.children;
    rows
      ?.item(Math.min(gone.place, rows.length - 1))
      ?.querySelector('button')
      ?.focus();
  }, [duties]);
  useEffect(
    () => () => {
      if (closing.current) document.querySelector('main')?.focus();
    },
    [],
  );
  // The button stands where the next rows come: the first of them takes the focus over.
  const goingOn = useRef<number>(undefined);
  useEffect(() => {
    const from = goingOn.current;
    goingOn.current = undefined;
    if (from !== undefined && most > from)
      list.current?.children.item(from)?.querySelector('button')?.focus();
  }, [most]);
  return (
    <>
      <ul ref={list} className={mergeClasses(look.list, look.card, styles.rows)}>
        {shown.map((duty, place) => (
          <DutyRow
            key={duty.id}
            duty={duty}
            place={place}
            entry={duty.entry && view.byEntry.get(duty.entry)}
            changed={duty.entry !== undefined && view.changedByOthers.has(duty.entry)}
            today={today}
            me={log.me}
            unnamed={props.unnamed === true}
            fresh={props.fresh?.has(duty.id) === true}
            gone={props.gone?.has(duty.id) === true}
            onAct={props.onAct}
            onClosing={onClosing}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <Button
          className={styles.more}
          onClick={() => {
            goingOn.current = most;
            setMost(most + AT_ONCE);
          }}
        >
          {text('today.further', { some: Math.min(rest, AT_ONCE), all: rest })}
        </Button>
      ) : null}
    </>
  );
}
