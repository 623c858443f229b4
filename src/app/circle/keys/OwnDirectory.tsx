/** Who works on defenders in our mission, as the other missions read it: confirmed by telling it, with today's date. */

import { Button, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { absenceTold, isHere } from '../../../domain/directory.ts';
import type { MissionPerson } from '../../../domain/missions.ts';
import type { Circle, CircleView, DirectoryPerson } from '../../../log/circle/circle.ts';
import { useSavedWords } from '../../lock/use-saved-words.ts';
import { useLog, useView } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useTask } from '../use-task.ts';
import { useKeysLook } from './keys-look.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

/** Roles that another mission may need to reach, the one to ask first first. */
const told = ['focal-point', 'deputy', 'head-of-mission'] as const;

interface Reach {
  readonly phone: string;
  readonly mail: string;
}

export function OwnDirectory(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  useView();
  const text = useText();
  const words = useWords();
  const typed = useSavedWords<HTMLElement>();
  const look = useLook();
  const styles = useKeysLook();
  const [reach, setReach] = useState<Readonly<Record<string, Reach>>>({});
  const [isUnlocking, setUnlocking] = useState(false);
  const [isTold, setTold] = useState(false);
  const [blocked, setBlocked] = useState<readonly string[]>([]);
  const task = useTask();
  const ours = view.missions.find(({ pin }) => pin === 'own');
  const today = log.today();
  const rank = ({ roles }: MissionPerson) => told.findIndex((role) => roles.includes(role));
  const people = log.me.mission.people
    .filter((person) => isHere(person, today) && rank(person) >= 0)
    .sort((a, b) => rank(a) - rank(b));
  const reachOf = (person: MissionPerson): Reach => {
    const before = ours?.people.find(({ name }) => name === person.name);
    return reach[person.objectId] ?? { phone: before?.phone ?? '', mail: before?.mail ?? '' };
  };

  function lineOf(person: MissionPerson): DirectoryPerson {
    const { phone, mail } = reachOf(person);
    const role = told.find((each) => person.roles.includes(each)) ?? 'focal-point';
    const away = absenceTold(person, today);
    return {
      name: person.name,
      role: text(`settings.roles.names.${role}`),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(mail.trim() ? { mail: mail.trim() } : {}),
      ...(away ? { away } : {}),
    };
  }

  async function tell(): Promise<void> {
    const wordsSaved = typed.saving();
    setTold(false);
    setBlocked([]);
    const outcome = await circle.registry.publishDirectory(people.map(lineOf));
    if (outcome.outcome === 'done') {
      wordsSaved();
      setTold(true);
    } else setBlocked(outcome.outcome === 'blocked' ? outcome.why : ['failed']);
  }

  return (
    <section ref={typed.within} className={styles.part} aria-label={text('keys.directory.title')}>
      <h2 className={look.heading}>{text('keys.directory.title')}</h2>
      <p className={look.text}>
        {ours?.confirmedOn
          ? text('keys.directory.last', { day: words.day(ours.confirmedOn) })
          : text('keys.directory.never')}
      </p>
      <ul className={styles.steps}>
        {people.map((person) => (
          <li key={person.objectId} className={styles.card}>
            <span className={look.strong}>{person.name}</span>
            <span className={look.quiet}>{lineOf(person).role}</span>
            <div className={styles.pair}>
              {(['phone', 'mail'] as const).map((part) => (
                <Field key={part} label={text(`keys.directory.${part}`)}>
                  <Input
                    value={reachOf(person)[part]}
                    maxLength={255}
                    dir="ltr"
                    autoComplete="off"
                    onChange={(_, data) =>
                      setReach({
                        ...reach,
                        [person.objectId]: { ...reachOf(person), [part]: data.value },
                      })
                    }
                  />
                </Field>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />}
      {blocked.length > 0 ? (
        <Notice role="alert" tone="warning" what={text('keys.directory.blocked')} />
      ) : null}
      {isTold ? <Notice role="status" tone="success" what={text('keys.directory.told')} /> : null}
      <div className={styles.actions}>
        <Button
          className={styles.touch}
          disabled={task.busy}
          onClick={() => (view.unlocked ? task.run(tell) : setUnlocking(true))}
        >
          {text(task.busy ? 'keys.directory.telling' : 'keys.directory.tell')}
        </Button>
      </div>
      {isUnlocking ? (
        <UnlockDialog circle={circle} onUnlocked={() => task.run(tell)} onClose={() => setUnlocking(false)} />
      ) : null}
    </section>
  );
}
