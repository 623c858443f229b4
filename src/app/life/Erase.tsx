/** Erases one person on their request: says what goes, what stays and why; the answer is saved before anything is gone. */

import { Button, mergeClasses, ProgressBar } from '@fluentui/react-components';
import { type ReactNode, useCallback, useState } from 'react';
import type { Entry, RecordIn } from '../../domain/record-kind.ts';
import type { subjectRequest } from '../../domain/records/subject-request.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Anonymised, Life } from '../../log/life/life.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText, useWords } from '../words.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { Fates } from './Fates.tsx';
import { LoadedPart } from './LoadedPart.tsx';
import { useLifeLook } from './look.ts';
import { useLoaded } from './use-life.ts';

type Request = Entry<RecordIn<typeof subjectRequest>>;

export function Erase(props: { readonly request: Request }): ReactNode {
  const { request } = props;
  const { about } = request.record;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const preview = useCallback((life: Life) => life.eraseView(about), [about]);
  const loaded = useLoaded(preview);
  const [isAsked, setAsked] = useState(false);
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const [outcome, setOutcome] = useState<Anonymised>();

  /** What was answered must be in the request while it can still be written. */
  async function answer(stays: number): Promise<void> {
    const held = view.byEntry.get(request.entry) ?? request;
    if (held.record.answeredOn !== undefined) return;
    const saved = await log.save({
      kind: request.kind,
      entry: request.entry,
      values: {
        ...held.record,
        answer: stays === 0 ? 'done' : 'done-in-part',
        answeredOn: log.today(),
        ...(stays === 0 ? {} : { whatStays: text('life.erase.answer', { count: stays }) }),
      },
      base: { id: held.id, version: held.version, record: held.record },
      besideForm: true,
    });
    if (saved.outcome !== 'saved') throw new TypeError(`the answer was not saved: ${saved.outcome}`);
  }

  async function erase(stays: number): Promise<void> {
    await answer(stays);
    try {
      setOutcome(await (await log.life()).erase(about, (done, all) => setProgress({ done, all })));
    } finally {
      setProgress(undefined);
    }
  }

  if (outcome)
    return (
      <div role="status">
        <Notice
          tone="success"
          what={text('life.erase.done', { count: outcome.done })}
          means={text('life.erase.consent')}
          next={text('life.due.purge')}
          actions={
            <a className={look.link} href={hrefOf({ page: 'settings', id: 'purge' })}>
              {text('settings.sections.purge')}
            </a>
          }
        />
      </div>
    );
  return (
    <LoadedPart loaded={loaded}>
      {({ goes, stays }) => {
        const isHeld = stays.some(({ why }) => why === 'held');
        return (
          <>
            <h2 className={look.title}>{text('life.erase.title', { cover: words.cover(about) })}</h2>
            <p className={look.text}>{text('life.erase.means', { count: goes.length })}</p>
            <p className={look.text}>{text('life.erase.consent')}</p>
            {isHeld ? (
              <Notice tone="warning" what={text('life.erase.held')} next={text('life.remove.held.next')} />
            ) : null}
            {stays.length > 0 ? (
              <section className={styles.part} aria-label={text('life.erase.stays')}>
                <h3 className={look.heading}>{text('life.erase.stays')}</h3>
                <ul className={mergeClasses(look.list, look.card)}>
                  {stays.map(({ entry, why }) => (
                    <li key={entry.entry} className={styles.item}>
                      <div className={styles.said}>
                        <a className={look.link} href={hrefOf({ page: 'entries', id: entry.entry })}>
                          {text(`kinds.${entry.kind}.one`)}
                          {` · ${kindByKey(entry.kind)?.summary(entry.record, words) ?? ''}`}
                        </a>
                        <span className={look.quiet}>{text(`life.erase.why.${why}`)}</span>
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <Fates entries={goes} />
            {progress ? (
              <ProgressBar value={progress.done} max={progress.all} aria-label={text('life.due.working')} />
            ) : null}
            <div>
              <Button appearance="primary" disabled={isHeld} onClick={() => setAsked(true)}>
                {text('life.requests.erase')}
              </Button>
            </div>
            {isAsked ? (
              <DecideDialog
                title={text('life.erase.title', { cover: words.cover(about) })}
                typed={text('life.decide.erase')}
                confirm={text('life.requests.erase')}
                onConfirm={() => erase(stays.length)}
                onClose={() => setAsked(false)}
              >
                <p className={look.text}>{text('life.erase.last')}</p>
              </DecideDialog>
            ) : null}
          </>
        );
      }}
    </LoadedPart>
  );
}
