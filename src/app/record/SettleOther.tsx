/** What an entry tells of another that does not say so yet: said there in one press, through the gate like any change. */

import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Settling } from '../../domain/kind-hooks.ts';
import type { Entry } from '../../domain/record-kind.ts';
import type { SaveOutcome } from '../../log/writing/saving.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import type { FormRequest } from '../shell/form-door.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useDoing } from '../shell/use-doing.ts';
import { printField } from '../table/columns.ts';
import { useText, useWords } from '../words.tsx';
import { settlingsOf } from './settlings.ts';

const useStyles = makeStyles({ said: { outlineStyle: 'none' } });

type Next = Extract<SaveOutcome, { outcome: 'saved' }>['next'];

export function SettleOther(props: {
  readonly entry: Entry;
  /** What one press cannot settle, a form can. */
  onOpen(request: FormRequest): void;
  /** Told what comes next for the other entry. */
  onSettled?(next: Next): void;
}): ReactNode {
  const { entry, onOpen, onSettled } = props;
  const log = useLog();
  useView();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const status = useRef<HTMLDivElement>(null);
  const { busy, failure, run } = useDoing();
  const [done, setDone] = useState<readonly Settling[]>([]);
  const [tried, setTried] = useState<Settling>();
  const open = settlingsOf(entry, log);
  const value = ({ kind, field, values }: Settling) => printField(kind, field, values, words);

  async function settle(settling: Settling): Promise<void> {
    const there = log.view().byEntry.get(settling.entry);
    if (!there) return;
    setTried(settling);
    const { kind, entry: other, values } = settling;
    const base = { id: there.id, version: there.version, record: there.record };
    const outcome = await log.save({ kind, entry: other, values, base });
    if (outcome.outcome === 'saved') {
      setDone((before) => [...before, settling]);
      onSettled?.(outcome.next);
    } else onOpen({ what: 'change', entry: other, values });
  }
  // The button that was pressed is gone.
  useEffect(() => {
    if (done.length > 0) status.current?.focus();
  }, [done]);
  return (
    <div>
      {open.map((settling) => (
        <Notice
          key={settling.entry}
          tone="info"
          what={text(`settles.${entry.kind}.what`, { day: words.day(settling.day) })}
          actions={
            <Button size="small" disabledFocusable={busy} onClick={() => void run(() => settle(settling))}>
              {busy ? text('shell.saving') : text(`settles.${entry.kind}.do`, { value: value(settling) })}
            </Button>
          }
        />
      ))}
      {failure && tried ? (
        <FailureNotice cause={failure} onRetry={() => void run(() => settle(tried))} />
      ) : null}
      <div ref={status} tabIndex={-1} role="status" className={styles.said}>
        {done.map((settling) => (
          <Notice
            key={settling.entry}
            tone="success"
            what={text(`settles.${entry.kind}.done`, { value: value(settling) })}
          />
        ))}
      </div>
    </div>
  );
}
