/** What is kept longer than it should be: look at what would go, make it anonymous, or keep it longer with a reason. */

import { Button, Checkbox, mergeClasses, ProgressBar } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { type ReactNode, useState } from 'react';
import { addDays, type EntryId } from '../../domain/ids.ts';
import { aboutOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Anonymised, DueFile, DueList, Life } from '../../log/life/life.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText, useWords } from '../words.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { Fates } from './Fates.tsx';
import { LoadedPart } from './LoadedPart.tsx';
import { useLifeLook } from './look.ts';
import { useLoaded } from './use-life.ts';

const dueNow = (life: Life): Promise<DueList> => life.due();

export function Due(): ReactNode {
  const loaded = useLoaded(dueNow);
  return <LoadedPart loaded={loaded}>{(due) => <DueNow due={due} onChanged={loaded.again} />}</LoadedPart>;
}

function DueNow(props: { readonly due: DueList; readonly onChanged: () => void }): ReactNode {
  const { due, onChanged } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const free = due.entries.filter(({ hold }) => !hold);
  const [ticked, setTicked] = useState<ReadonlySet<EntryId>>(new Set());
  const [asked, setAsked] = useState(false);
  const [renewing, setRenewing] = useState<Entry>();
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const [outcome, setOutcome] = useState<Anonymised>();
  const chosen = free.filter(({ entry }) => ticked.has(entry.entry)).map(({ entry }) => entry);

  async function anonymise(): Promise<void> {
    const life = await log.life();
    setOutcome(undefined);
    try {
      setOutcome(
        await life.anonymise(
          chosen.map(({ entry }) => entry),
          (done, all) => setProgress({ done, all }),
        ),
      );
    } finally {
      setProgress(undefined);
      setTicked(new Set());
      onChanged();
    }
  }

  function tick(entry: EntryId, isTicked: boolean): void {
    const after = new Set(ticked);
    if (isTicked) after.add(entry);
    else after.delete(entry);
    setTicked(after);
  }

  return (
    <>
      <p className={look.text}>
        {text(due.entries.length === 0 && due.files.length === 0 ? 'life.due.none' : 'life.due.count', {
          count: due.entries.length,
          files: due.files.length,
        })}
      </p>
      {due.entries.length > 0 ? (
        <>
          <Checkbox
            label={text('life.due.all')}
            checked={chosen.length === 0 ? false : chosen.length === free.length ? true : 'mixed'}
            onChange={(_, data) =>
              setTicked(data.checked === true ? new Set(free.map(({ entry }) => entry.entry)) : new Set())
            }
          />
          <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.due.title')}>
            {due.entries.map(({ entry, due: day, hold }) => {
              const about = aboutOf(entry.record);
              const label = [
                text(`kinds.${entry.kind}.one`),
                about && words.cover(about),
                kindByKey(entry.kind)?.summary(entry.record, words),
              ]
                .filter(Boolean)
                .join(' · ');
              return (
                <li key={entry.entry} className={styles.item} data-due={entry.entry}>
                  <div className={styles.said}>
                    <Checkbox
                      label={label}
                      disabled={hold !== undefined}
                      checked={ticked.has(entry.entry)}
                      onChange={(_, data) => tick(entry.entry, data.checked === true)}
                    />
                    <span className={look.quiet}>{text('life.due.since', { day: words.day(day) })}</span>
                  </div>
                  {hold ? (
                    <span className={mergeClasses(look.chip, look.chipSoon)}>
                      <LockClosed20Regular aria-hidden="true" />{' '}
                      {text('life.due.held', { cover: words.cover(hold.record.about) })}
                    </span>
                  ) : (
                    <Button
                      size="small"
                      className={styles.touch}
                      aria-label={text('life.due.renewOf', { what: label })}
                      onClick={() => setRenewing(entry)}
                    >
                      {text('life.due.renew')}
                    </Button>
                  )}
                  <a className={look.link} href={hrefOf({ page: 'entries', id: entry.entry })}>
                    {text('life.open')}
                  </a>
                </li>
              );
            })}
          </ul>
          <div className={mergeClasses(look.row, styles.noPrint)}>
            <Button
              appearance="primary"
              className={styles.touch}
              disabled={chosen.length === 0 || progress !== undefined}
              onClick={() => setAsked(true)}
            >
              {text('life.due.anonymise', { count: chosen.length })}
            </Button>
          </div>
        </>
      ) : null}
      {due.files.map((file) => (
        <FileLine key={file.entry} file={file} onChanged={onChanged} />
      ))}
      {progress ? (
        <ProgressBar value={progress.done} max={progress.all} aria-label={text('life.due.working')} />
      ) : null}
      <div role="status">
        {outcome ? (
          <Notice
            tone="success"
            what={text('life.due.done', { count: outcome.done })}
            next={text('life.due.purge')}
            {...(outcome.stayed.length > 0
              ? { means: text('life.due.stayed', { count: outcome.stayed.length }) }
              : {})}
          />
        ) : null}
      </div>
      {asked ? (
        <DecideDialog
          title={text('life.due.anonymise', { count: chosen.length })}
          typed={text('life.decide.anonymise')}
          confirm={text('life.due.confirm')}
          onConfirm={anonymise}
          onClose={() => setAsked(false)}
        >
          <p className={look.text}>{text('life.due.means')}</p>
          <Fates entries={chosen} />
        </DecideDialog>
      ) : null}
      {renewing ? (
        <DecideDialog
          title={text('life.due.renewTitle')}
          reason={text('life.due.renewWhy')}
          day={{ label: text('life.due.renewUntil'), after: addDays(log.today(), 1) }}
          confirm={text('life.due.renew')}
          onConfirm={async ({ reason, day }) => {
            if (day) await (await log.life()).renew(renewing.entry, day, reason);
            onChanged();
          }}
          onClose={() => setRenewing(undefined)}
        />
      ) : null}
    </>
  );
}

/** Names or a consent file, by cover name. */
function FileLine(props: { readonly file: DueFile; readonly onChanged: () => void }): ReactNode {
  const { file, onChanged } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const [isAsked, setAsked] = useState(false);
  const cover = words.cover(file.about);
  async function empty(): Promise<void> {
    const life = await log.life();
    await (file.what === 'identity' ? life.emptyIdentity(file.about) : life.emptyConsent(file.about));
    onChanged();
  }
  return (
    <div className={mergeClasses(look.card, styles.item)}>
      <div className={styles.said}>
        <span>{text(`life.due.files.${file.what}`, { cover })}</span>
        <span className={look.quiet}>{text('life.due.since', { day: words.day(file.due) })}</span>
      </div>
      {file.held ? (
        <span className={mergeClasses(look.chip, look.chipSoon)}>
          <LockClosed20Regular aria-hidden="true" /> {text('life.due.held', { cover })}
        </span>
      ) : (
        <Button
          size="small"
          className={styles.touch}
          aria-label={text('life.due.emptyOf', { what: text(`life.due.files.${file.what}`, { cover }) })}
          onClick={() => setAsked(true)}
        >
          {text('life.due.empty')}
        </Button>
      )}
      {isAsked ? (
        <DecideDialog
          title={text(`life.due.files.${file.what}`, { cover })}
          typed={text('life.decide.empty')}
          confirm={text('life.due.empty')}
          onConfirm={empty}
          onClose={() => setAsked(false)}
        >
          <p className={look.text}>{text(`life.due.emptyMeans.${file.what}`)}</p>
        </DecideDialog>
      ) : null}
    </div>
  );
}
