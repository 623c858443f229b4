/** "We go", "reserve" or "we cannot" to a hearing or visit of the circle; going needs the owner's live word that consent stands. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { Observer } from '../../../domain/circle/observers.ts';
import type { SharedHearing } from '../../../domain/circle/shared-hearings.ts';
import { may, mayLog } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type { CircleOutcome } from '../../../log/circle/contract/sharing.ts';
import { useLog, useView } from '../../log-context.tsx';
import { goingOf } from '../../pages/entries/HearingAnswer.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { KeysFirst } from '../KeysFirst.tsx';
import { useMissionWords } from '../mission-words.ts';
import { OutcomeNotice } from '../OutcomeNotice.tsx';
import { useOutcome } from '../use-outcome.tsx';
import { sourceOf } from './own-hearing.ts';

type Said = Pick<Observer, 'part' | 'state'>;

export function HearingWord(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly hearing: SharedHearing;
  /** This person answers: its row may go. */
  readonly onAct?: () => void;
}): ReactNode {
  const { circle, view, hearing } = props;
  const log = useLog();
  const mine = useView();
  const text = useText();
  const look = useLook();
  const styles = useCircleLook();
  const missions = useMissionWords(view);
  const openForm = useOpenForm();
  const task = useOutcome(circle);
  const [pressed, setPressed] = useState<string>();
  const ids = useRef(new Map<string, ReturnType<typeof log.newEntryId>>());
  const own = log.me.mission.code;
  const row = view.entries.find(({ entry }) => entry === hearing.entry);
  const before = hearing.observers.find(({ mission }) => mission === own);
  const source = hearing.from === own ? sourceOf(view, mine, hearing.entry) : undefined;
  const attested = hearing.from === own || (row?.attestedUntil ?? '') > log.now();
  const led = hearing.observers.some(
    ({ mission, part, state }) => mission !== own && part === 'lead' && state !== 'declined',
  );
  if (!may(log.me, 'act') && !mayLog(log.me)) return null;

  /** What was said before keeps its id, so that a second try is the same answer. */
  function idFor(said: Said): ReturnType<typeof log.newEntryId> {
    const key = `${said.part} ${said.state}`;
    const id = ids.current.get(key) ?? log.newEntryId();
    ids.current.set(key, id);
    return id;
  }

  /** Our own hearing says so in our own log first, where consent is asked for. */
  async function inOwnLog(goes: boolean): Promise<CircleOutcome | undefined> {
    const going = goingOf(source, log.me);
    if (!source || !going) return undefined;
    const saved = await log.save({
      kind: source.kind,
      entry: source.entry,
      values: going.answered(goes, log.me.person, idFor({ part: 'member', state: 'invited' }).slice(0, 20)),
      base: { id: source.id, version: source.version, record: source.record },
      besideForm: true,
    });
    if (saved.outcome === 'refused') return saved;
    if (saved.outcome === 'saved') return undefined;
    openForm({ what: 'change', entry: source.entry });
    return { outcome: 'blocked', why: [] };
  }

  async function answer(said: Said): Promise<CircleOutcome> {
    const goes = said.state === 'confirmed';
    props.onAct?.();
    const stopped = said.part === 'reserve' ? undefined : await inOwnLog(goes);
    if (stopped) return stopped;
    return circle.sharing.answer({
      entry: idFor(said),
      to: hearing.entry,
      says: goes ? 'yes' : 'no',
      ...said,
      who: log.me.person.name,
    });
  }

  const said = (state: Said['state'], part: Said['part']) =>
    before?.state === state && (state === 'declined' || (before.part === 'reserve') === (part === 'reserve'));
  const button = (key: 'go' | 'reserve' | 'cannot', word: Said) =>
    said(word.state, word.part) ? null : (
      <Button
        size="small"
        appearance={key === 'cannot' ? 'subtle' : 'secondary'}
        className={styles.touch}
        disabledFocusable={task.busy || view.keys !== 'ready' || (!attested && key !== 'cannot')}
        onClick={() => {
          setPressed(key);
          void task.run(() => answer(word));
        }}
      >
        {text(task.busy && pressed === key ? 'shell.saving' : `circle.word.${key}`)}
      </Button>
    );
  return (
    <>
      {button('go', { part: led || before?.part === 'member' ? 'member' : 'lead', state: 'confirmed' })}
      {button('reserve', { part: 'reserve', state: 'confirmed' })}
      {button('cannot', { part: before?.part ?? 'member', state: 'declined' })}
      <KeysFirst view={view} />
      {attested ? null : (
        <span className={look.quiet}>
          {text(row?.inDoubt ? 'circle.ownerInDoubt' : 'circle.notAttested', {
            mission: missions.name(hearing.from),
          })}
        </span>
      )}
      <OutcomeNotice sending={task} {...(source ? { source: source.entry } : {})} />
    </>
  );
}
