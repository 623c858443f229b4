/** Keeps the list of who works in the mission: roles, posting, and whether it was confirmed lately. One person is changed at a time. */

import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { MissionPerson } from '../../../domain/missions.ts';
import { lossOfRoles } from '../../../domain/people-changes.ts';
import type { Person } from '../../../domain/record-kind.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { failureOf } from '../../shell/failure.ts';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { AddPerson } from './AddPerson.tsx';
import { PersonRow } from './PersonRow.tsx';

const useStyles = makeStyles({ said: { display: 'grid', outlineStyle: 'none' } });

/** What came of the last change; each has its words. */
type Said =
  | { readonly what: 'saved' | 'removed'; readonly name: string }
  | { readonly what: 'loss'; readonly of: string }
  | { readonly what: 'conflict' }
  | { readonly what: 'failed'; readonly cause: unknown; readonly again: () => void };

export function PeopleEditor(): ReactNode {
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [opened, setOpened] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState<Said>();
  const status = useRef<HTMLDivElement>(null);
  const { people } = log.me.mission;

  /** `after` replaces the person in the list as it is now, or takes them off it. Who is new comes last. */
  async function save(person: Person, after?: MissionPerson): Promise<void> {
    const key = keyOf(person);
    const next = people.some((each) => keyOf(each) === key)
      ? people.flatMap((each) => (keyOf(each) === key ? (after ? [after] : []) : [each]))
      : [...people, ...(after ? [after] : [])];
    const loss = lossOfRoles(people, next, log.today());
    setSaid(loss ? { what: 'loss', of: loss } : undefined);
    if (loss) return;
    setSaving(true);
    try {
      await log.savePeople(next);
      setOpened(undefined);
      setSaid({ what: after ? 'saved' : 'removed', name: person.name });
      // The button that was pressed went with its row.
      if (!after) status.current?.focus();
    } catch (cause) {
      setSaid(
        failureOf(cause).code === 'changed-meanwhile'
          ? { what: 'conflict' }
          : { what: 'failed', cause, again: () => void save(person, after) },
      );
    }
    setSaving(false);
  }

  return (
    <>
      <p className={look.text}>{text('settings.people.why')}</p>
      <ul className={mergeClasses(look.list, look.card)} aria-label={text('settings.mission.people')}>
        {people.map((person) => {
          const key = keyOf(person);
          return (
            <PersonRow
              key={key}
              person={person}
              isOpen={opened === key}
              isSaving={isSaving}
              onOpen={(isOpen) => {
                setSaid(undefined);
                setOpened(isOpen ? key : undefined);
              }}
              onSave={(after) => void save(person, after)}
              onRemove={() => void save(person)}
            />
          );
        })}
      </ul>
      <AddPerson
        isSaving={isSaving}
        isListed={(person) => people.some((each) => keyOf(each) === keyOf(person))}
        onAdd={(person) => void save(person, { ...person, roles: [] })}
      />
      <div ref={status} tabIndex={-1} className={styles.said} role="status">
        <SaidNotice said={said} />
      </div>
    </>
  );
}

function SaidNotice(props: { readonly said: Said | undefined }): ReactNode {
  const { said } = props;
  const text = useText();
  switch (said?.what) {
    case 'saved':
    case 'removed':
      return <Notice tone="success" what={text(`settings.people.${said.what}`, { name: said.name })} />;
    case 'loss':
      return <Notice tone="warning" what={text(`settings.people.loss.${said.of}`)} />;
    case 'conflict':
      return (
        <Notice
          tone="warning"
          what={text('settings.people.conflict.what')}
          means={text('settings.people.conflict.means')}
          next={text('settings.people.conflict.next')}
        />
      );
    case 'failed':
      return <FailureNotice cause={said.cause} onRetry={said.again} />;
    case undefined:
      return null;
  }
}

function keyOf({ tenantId, objectId }: Person): string {
  return `${tenantId} ${objectId}`;
}
