/** Who to reach, here and in the other missions: focal points, who is away and who stands in, and when that was last confirmed. */

import { Button, Field, mergeClasses } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type FormEvent, type ReactNode, useState } from 'react';
import { inPlaceOf, isAway, isHere } from '../../domain/directory.ts';
import { comma } from '../../domain/fields/signs.ts';
import { isDay } from '../../domain/ids.ts';
import { type MissionPerson, roles } from '../../domain/missions.ts';
import { isConfirmationDue } from '../../domain/people-changes.ts';
import { mayChangePeople } from '../../domain/roles.ts';
import { circleParts } from '../circle/circle-parts.ts';
import { DayInput } from '../fields/DayControl.tsx';
import { later } from '../later.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { useLifeLook } from './look.ts';

const CircleDirectory = later(
  () => import('../circle/missions/CircleDirectory.tsx').then((file) => file.CircleDirectory),
  ...circleParts,
);

export function Directory(): ReactNode {
  const log = useLog();
  useView();
  const text = useText();
  const look = useLook();
  const styles = useLifeLook();
  const [opened, setOpened] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const { mission } = log.me;
  const today = log.today();
  const rank = (person: MissionPerson) => Math.min(...person.roles.map((role) => roles.indexOf(role)), 99);
  const people = mission.people
    .filter((person) => isHere(person, today) && person.roles.length > 0)
    .sort((a, b) => rank(a) - rank(b));

  async function save(after: MissionPerson): Promise<void> {
    setSaving(true);
    setFailure(undefined);
    try {
      await log.savePeople(mission.people.map((each) => (each.objectId === after.objectId ? after : each)));
      setOpened(undefined);
    } catch (cause) {
      setFailure(cause);
    }
    setSaving(false);
  }

  return (
    <div className={styles.section}>
      <p className={look.text}>{text('life.directory.why', { mission: mission.name })}</p>
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
      <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.directory.title')}>
        {people.map((person) => (
          <Row
            key={person.objectId}
            person={person}
            isSaving={isSaving}
            isOpen={opened === person.objectId}
            onOpen={(isOpen) => setOpened(isOpen ? person.objectId : undefined)}
            onSave={(after) => void save(after)}
          />
        ))}
      </ul>
      {log.circleIds.length > 0 ? (
        <LazyPart reads>
          <CircleDirectory />
        </LazyPart>
      ) : null}
    </div>
  );
}

function Row(props: {
  readonly person: MissionPerson;
  readonly isSaving: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSave: (after: MissionPerson) => void;
}): ReactNode {
  const { person, isSaving, isOpen, onOpen, onSave } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const { name } = person;
  const today = log.today();
  const away = isAway(person, today);
  const standIn = away ? inPlaceOf(log.me.mission.people, person.objectId, today) : undefined;
  const isAhead = person.awayFrom !== undefined && (person.awayTo === undefined || person.awayTo >= today);
  return (
    <li className={styles.item} data-person={person.objectId}>
      <div className={styles.said}>
        <span className={look.strong}>{name}</span>
        <span>
          {person.roles.map((role) => text(`settings.roles.names.${role}`)).join(comma(words.locale))}
        </span>
        {isAhead && person.awayFrom ? (
          <span>
            {text(person.awayTo ? 'life.directory.away' : 'life.directory.awayOpen', {
              from: words.day(person.awayFrom),
              to: person.awayTo ? words.day(person.awayTo) : '',
            })}
            {standIn ? ` ${text('life.directory.standIn', { name: standIn.name })}` : ''}
            {away && !standIn ? ` ${text('life.directory.nobody')}` : ''}
          </span>
        ) : null}
        <span className={look.quiet}>
          {person.confirmedOn
            ? text('settings.people.confirmedOn', { day: words.day(person.confirmedOn) })
            : text('settings.people.never')}
        </span>
        {isConfirmationDue(person, today) ? (
          <span>
            <span className={mergeClasses(look.chip, look.chipSoon)}>
              <Warning16Regular aria-hidden="true" /> {text('settings.people.due')}
            </span>
          </span>
        ) : null}
        {isOpen ? (
          <AwayForm person={person} isSaving={isSaving} onSave={onSave} onCancel={() => onOpen(false)} />
        ) : null}
      </div>
      {mayChangePeople(log.me) ? (
        <>
          <Button
            size="small"
            className={styles.touch}
            disabled={isSaving || person.confirmedOn === today}
            aria-label={text('settings.people.confirmOf', { name })}
            onClick={() => onSave({ ...person, confirmedOn: today })}
          >
            {text('settings.people.confirm')}
          </Button>
          <Button
            size="small"
            className={styles.touch}
            aria-expanded={isOpen}
            aria-label={text('life.directory.absenceOf', { name })}
            onClick={() => onOpen(!isOpen)}
          >
            {text('life.directory.absence')}
          </Button>
        </>
      ) : null}
    </li>
  );
}

function AwayForm(props: {
  readonly person: MissionPerson;
  readonly isSaving: boolean;
  readonly onSave: (after: MissionPerson) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { person, isSaving, onSave, onCancel } = props;
  const text = useText();
  const look = useLook();
  const [from, setFrom] = useState<string>(person.awayFrom ?? '');
  const [to, setTo] = useState<string>(person.awayTo ?? '');
  const [isTried, setTried] = useState(false);
  // What was typed and is no day is pointed out, never left out in silence.
  const isNoDay = [from, to].some((day) => day !== '' && !isDay(day));
  const isWrong = isNoDay || (from === '' && to !== '') || (from !== '' && to !== '' && from > to);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isWrong) return;
    const { awayFrom: _from, awayTo: _to, ...rest } = person;
    onSave({
      ...rest,
      ...(isDay(from) ? { awayFrom: from } : {}),
      ...(isDay(from) && isDay(to) ? { awayTo: to } : {}),
    });
  }
  return (
    <form className={look.row} onSubmit={submit} noValidate>
      <Field
        label={text('life.directory.from')}
        {...(isTried && isWrong ? { validationMessage: text('life.directory.order') } : {})}
      >
        <DayInput value={from} onChange={(raw) => setFrom(raw ?? '')} />
      </Field>
      <Field label={text('life.directory.to')}>
        <DayInput value={to} onChange={(raw) => setTo(raw ?? '')} />
      </Field>
      <Button type="submit" appearance="primary" disabled={isSaving}>
        {text(isSaving ? 'shell.saving' : 'life.directory.save')}
      </Button>
      <Button onClick={onCancel}>{text('shell.cancel')}</Button>
    </form>
  );
}
