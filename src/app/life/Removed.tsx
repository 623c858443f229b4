/** Entries that were removed as mistakes: who removed them, why, until when they can be restored. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { addDays, dayOf, type EntryId } from '../../domain/ids.ts';
import { aboutOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { may } from '../../domain/roles.ts';
import type { KeepingRecord } from '../../domain/system/keeping.ts';
import type { Life } from '../../log/life.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText, useWords } from '../words.tsx';
import { LoadedPart } from './LoadedPart.tsx';
import { useLifeLook } from './look.ts';
import { useLoaded } from './use-life.ts';

const RESTORABLE_DAYS = 30;

interface RemovedNow {
  readonly entries: readonly Entry[];
  readonly notes: ReadonlyMap<EntryId, KeepingRecord>;
}

async function removedNow(life: Life): Promise<RemovedNow> {
  await life.whole();
  const notes = await life.notes();
  return { entries: life.removed(), notes };
}

export function Removed(): ReactNode {
  const loaded = useLoaded(removedNow);
  const text = useText();
  const look = useLook();
  const styles = useLifeLook();
  const [restored, setRestored] = useState(false);
  return (
    <div className={styles.section}>
      <p className={look.text}>{text('life.removed.why', { days: RESTORABLE_DAYS })}</p>
      <div role="status">
        {restored ? <Notice tone="success" what={text('life.removed.restored')} /> : null}
      </div>
      <LoadedPart loaded={loaded}>
        {({ entries, notes }) =>
          entries.length === 0 ? (
            <p className={look.text}>{text('life.removed.none')}</p>
          ) : (
            <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.removed.title')}>
              {entries.map((entry) => (
                <Row
                  key={entry.entry}
                  entry={entry}
                  note={notes.get(entry.entry)}
                  onRestored={() => {
                    setRestored(true);
                    loaded.again();
                  }}
                />
              ))}
            </ul>
          )
        }
      </LoadedPart>
    </div>
  );
}

function Row(props: {
  readonly entry: Entry;
  readonly note: KeepingRecord | undefined;
  readonly onRestored: () => void;
}): ReactNode {
  const { entry, note, onRestored } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const about = aboutOf(entry.record);
  const what = [
    text(`kinds.${entry.kind}.one`),
    about && words.cover(about),
    kindByKey(entry.kind)?.summary(entry.record, words),
  ]
    .filter(Boolean)
    .join(' · ');
  const until = addDays(dayOf(entry.at), RESTORABLE_DAYS);
  const isOver = until < log.today();
  async function restore(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      await (await log.life()).restore(entry.entry);
      onRestored();
    } catch (cause) {
      setFailure(cause);
      setBusy(false);
    }
  }
  return (
    <li className={styles.item} data-removed={entry.entry}>
      <div className={styles.said}>
        <span className={look.strong}>{what}</span>
        {note?.reason ? <span>{note.reason}</span> : null}
        <span className={look.quiet}>
          {text('life.removed.by', { who: entry.by.name, at: words.instant(entry.at) })}{' '}
          {text(isOver ? 'life.removed.over' : 'life.removed.until', { day: words.day(until) })}
        </span>
        {failure ? <FailureNotice cause={failure} onRetry={() => void restore()} /> : null}
      </div>
      {may(log.me, 'keep') ? (
        <Button
          size="small"
          className={styles.touch}
          disabled={isBusy}
          aria-label={text('life.removed.restoreOf', { what })}
          onClick={() => void restore()}
        >
          {text('life.removed.restore')}
        </Button>
      ) : null}
    </li>
  );
}
