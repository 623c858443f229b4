/** Duties one below the other, their dates and buttons in columns. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { useLook } from '../../shell/look.ts';
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
});

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
  const look = useLook();
  const styles = useStyles();
  const { duties } = props;
  const list = useRef<HTMLUListElement>(null);
  const closing = useRef<{ readonly id: string; readonly place: number }>(undefined);
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
  return (
    <ul ref={list} className={mergeClasses(look.list, look.card, styles.rows)}>
      {duties.map((duty, place) => (
        <DutyRow
          key={duty.id}
          duty={duty}
          unnamed={props.unnamed === true}
          fresh={props.fresh?.has(duty.id) === true}
          gone={props.gone?.has(duty.id) === true}
          onAct={() => props.onAct?.(duty.id)}
          onClosing={(opened) => {
            closing.current = opened ? { id: duty.id, place } : undefined;
          }}
        />
      ))}
    </ul>
  );
}
