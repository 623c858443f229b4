/** What an entry tells of another that does not say so yet: said there in one press, through the gate like any change. */

import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import type { Settling } from '../../domain/kind-hooks.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import type { FormRequest } from '../shell/form-door.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useDoing } from '../shell/use-doing.ts';
import { printField } from '../table/columns.ts';
import { useText, useWords } from '../words.tsx';
import { type NextSteps, settle } from './settle.ts';
import { settlingsOf } from './settlings.ts';

const useStyles = makeStyles({ said: { outlineStyle: 'none' } });

export function SettleOther(props: {
  readonly entry: Entry;
  /** What one press cannot settle, a form can. */
  onOpen(request: FormRequest): void;
  /** Told what comes next for the other entry. */
  onSettled?(next: NextSteps): void;
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
  const [tried, setTried] = useState<EntryId>();
  const [gone, setGone] = useState(0);
  const open = settlingsOf(entry, log);
  const isOffered = open.some((settling) => settling.entry === tried);
  const isDone = done.some((settling) => settling.entry === tried);
  const say = (what: string, settling: Settling) =>
    text(`settles.${entry.kind}.${what}`, {
      value: printField(settling.kind, settling.field, settling.values, words),
      ...(settling.there ? { who: settling.there.name } : {}),
    });

  async function press(other: EntryId): Promise<void> {
    setTried(other);
    const settled = await settle(log, entry, other);
    if (settled.became === 'form') return onOpen(settled.request);
    if (settled.became === 'gone') return setGone((times) => times + 1);
    setDone((before) => [...before, settled.settling]);
    onSettled?.(settled.next);
  }
  // The button that was pressed is gone.
  useEffect(() => {
    if (done.length + gone > 0) status.current?.focus();
  }, [done, gone]);
  return (
    <div>
      {open.map((settling) => (
        <Notice
          key={settling.entry}
          tone="info"
          what={text(`settles.${entry.kind}.what`, { day: words.day(settling.day) })}
          actions={
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void run(() => press(settling.entry))}
            >
              {busy ? text('shell.saving') : say(wordOf(settling), settling)}
            </Button>
          }
        />
      ))}
      {failure && tried && isOffered ? (
        <FailureNotice
          cause={failure}
          onRetry={() => {
            // It leaves the page as soon as it is pressed.
            status.current?.focus();
            void run(() => press(tried));
          }}
        />
      ) : null}
      <div ref={status} tabIndex={-1} role="status" className={styles.said}>
        {done.map((settling) => (
          <Notice
            key={settling.entry}
            tone="success"
            what={say(settling.there ? 'doneThere' : 'done', settling)}
          />
        ))}
        {(gone > 0 || failure) && tried && !isOffered && !isDone && !busy ? (
          <Notice tone="info" what={text(`settles.${entry.kind}.gone`)} />
        ) : null}
      </div>
    </div>
  );
}

/** Which words of the press: it names whoever was there, or asks for what is missing. */
function wordOf({ there, asks }: Settling): string {
  if (asks !== undefined) return 'doAsks';
  return there ? 'doThere' : 'do';
}
