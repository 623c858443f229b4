/** Beside an entry: with whom it is shared until when, taking it back, sharing it, asking for help, telling the authorities who comes. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { Question20Regular } from '@fluentui/react-icons/svg/question';
import { ShareAndroid20Regular } from '@fluentui/react-icons/svg/share-android';
import { type ReactNode, useState } from 'react';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { may, mayWrite } from '../../domain/roles.ts';
import type { Circle } from '../../log/circle/circle.ts';
import type { SharePlan } from '../../log/circle/contract/sharing.ts';
import { useLog, useView } from '../log-context.tsx';
import { useOpenForm } from '../shell/form-door.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText, useWords } from '../words.tsx';
import { useCircleLook } from './circle-look.ts';
import { nameOf } from './circle-name.ts';
import { goersTo, proposedReaders } from './hearings/goers.ts';
import { useMissionWords } from './mission-words.ts';
import { AskDialog } from './requests/AskDialog.tsx';
import { askedFrom } from './requests/asked.ts';
import { ShareDialog } from './share/ShareDialog.tsx';
import { ShareLine } from './share/ShareLine.tsx';
import { useCircles, useCircleView } from './use-circles.ts';

/** Nothing for an entry that stays in the mission and asks nobody. */
export function SharedWith(props: { readonly entry: Entry }): ReactNode {
  const { circles } = useCircles();
  const kind = kindByKey(props.entry.kind);
  if (!circles || (!kind?.sharing && !kind?.asksOthers)) return null;
  return circles.map((circle) => (
    <InCircle key={circle.id} circle={circle} entry={props.entry} several={circles.length > 1} />
  ));
}

function InCircle(props: {
  readonly circle: Circle;
  readonly entry: Entry;
  readonly several: boolean;
}): ReactNode {
  const { circle, entry } = props;
  const view = useCircleView(circle);
  const log = useLog();
  const mine = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useCircleLook();
  const openForm = useOpenForm();
  const missions = useMissionWords(view);
  const [open, setOpen] = useState<'share' | 'ask'>();
  const [done, setDone] = useState<SharePlan>();
  if (view.state !== 'ready') return null;
  const shares = view.shares.filter(({ record }) => record.source === entry.entry);
  const kind = kindByKey(entry.kind);
  const acts = may(log.me, 'act') && !entry.newer;
  const begin = askedFrom(entry);
  const goers = goersTo(entry, view, mine, log.today());
  const note = goers.length > 0 ? kind?.announcement?.(entry.record, goers) : undefined;
  if (shares.length === 0 && !acts) return null;
  const title = props.several
    ? text('circle.with.in', { circle: nameOf(circle) })
    : text('circle.with.title');
  return (
    <section
      className={mergeClasses(look.card, styles.part, styles.noPrint)}
      style={{ padding: '12px' }}
      aria-label={title}
    >
      <h3 className={look.heading}>{title}</h3>
      {shares.length === 0 ? <p className={look.quiet}>{text('circle.with.nobody')}</p> : null}
      {shares.length > 0 ? (
        <ul className={look.list}>
          {shares.map((share) => (
            <ShareLine key={share.entry} circle={circle} view={view} share={share} />
          ))}
        </ul>
      ) : null}
      <div role="status">
        {done ? (
          <Notice
            tone="success"
            what={text('circle.share.done.what', { missions: missions.names(done.to) })}
            means={text('circle.share.done.means', { day: words.day(done.until) })}
            next={text('circle.share.done.next')}
          />
        ) : null}
      </div>
      {acts ? (
        <div className={look.row}>
          {kind?.sharing ? (
            <Button
              className={styles.touch}
              icon={<ShareAndroid20Regular aria-hidden="true" />}
              onClick={() => {
                setDone(undefined);
                setOpen('share');
              }}
            >
              {text('circle.share.open')}
            </Button>
          ) : null}
          {begin ? (
            <Button
              className={styles.touch}
              icon={<Question20Regular aria-hidden="true" />}
              onClick={() => setOpen('ask')}
            >
              {text('circle.ask.open')}
            </Button>
          ) : null}
          {note && mayWrite(log.me, note.kind) ? (
            <Button
              className={styles.touch}
              onClick={() => openForm({ what: 'new', kind: note.kind, values: note.draft })}
            >
              {text('circle.with.announce')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === 'share' ? (
        <ShareDialog
          circle={circle}
          view={view}
          entry={entry}
          proposed={proposedReaders(entry, view, mine, log.today(), log.me.mission.code)}
          onShared={setDone}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open === 'ask' && begin ? (
        <AskDialog circle={circle} view={view} begin={begin} onClose={() => setOpen(undefined)} />
      ) : null}
    </section>
  );
}
