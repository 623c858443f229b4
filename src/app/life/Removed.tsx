/** Entries that were removed as mistakes: who removed them, why, until when they can be restored. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Verdict } from '../../domain/consent/decision.ts';
import { addDays, type EntryId } from '../../domain/ids.ts';
import { aboutOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { may } from '../../domain/roles.ts';
import type { KeepingRecord } from '../../domain/system/keeping.ts';
import { localNow } from '../../domain/zoned.ts';
import type { Life } from '../../log/life/life.ts';
import { useConsentWords } from '../consent/consent-words.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
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
  const [refused, setRefused] = useState<Verdict>();
  const about = aboutOf(entry.record);
  const what = [
    text(`kinds.${entry.kind}.one`),
    about && words.cover(about),
    kindByKey(entry.kind)?.summary(entry.record, words),
  ]
    .filter(Boolean)
    .join(' · ');
  const until = addDays(localNow(entry.at, log.me.mission.zone).day, RESTORABLE_DAYS);
  const isOver = until < log.today();
  async function restore(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    setRefused(undefined);
    try {
      const outcome = await (await log.life()).restore(entry.entry);
      if (outcome.outcome === 'restored') onRestored();
      else {
        setRefused(outcome.verdict);
        setBusy(false);
      }
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
        <div role="status">{refused ? <NotBack verdict={refused} /> : null}</div>
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

/** Whose consent is missing for what lies ahead, and the way to ask. */
function NotBack({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const text = useText();
  const words = useWords();
  const look = useLook();
  const consent = useConsentWords();
  const reasons = new Set(verdict.refusals.map((refusal) => consent.refusal(refusal, verdict.need)));
  const persons = new Set(verdict.refusals.flatMap(({ person }) => person ?? []));
  return (
    <Notice
      tone="error"
      what={text('life.removed.refused.what')}
      means={[...reasons].join(' ')}
      next={text('life.removed.refused.next')}
      actions={[...persons].map((person) => (
        <a key={person} className={look.link} href={hrefOf({ page: 'defenders', id: person })}>
          {text('life.removed.refused.consent', { who: words.cover(person) })}
        </a>
      ))}
    />
  );
}
