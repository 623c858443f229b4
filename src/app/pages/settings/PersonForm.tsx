/** Changes one person's place in the mission: each role with what it may do, local engagement, from when until when. */

import { Button, Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isDay } from '../../../domain/ids.ts';
import { type MissionPerson, type Role, roles } from '../../../domain/missions.ts';
import { type Ability, roleAbilities } from '../../../domain/roles.ts';
import { DayInput } from '../../fields/DayControl.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  roles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    border: 'none',
    margin: 0,
    padding: 0,
    minInlineSize: 0,
  },
  role: { display: 'grid' },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    maxInlineSize: '560px',
  },
});

export function PersonForm(props: {
  readonly person: MissionPerson;
  readonly isSaving: boolean;
  readonly onSave: (after: MissionPerson) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { person, isSaving, onSave, onCancel } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [held, setHeld] = useState<readonly Role[]>(person.roles);
  const [isLocal, setLocal] = useState(person.locallyEngaged === true);
  const [from, setFrom] = useState<string>(person.from ?? '');
  const [to, setTo] = useState<string>(person.to ?? '');
  const [isTried, setTried] = useState(false);
  const isSound = (day: string) => day === '' || isDay(day);
  const isInOrder = from === '' || to === '' || from <= to;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!isSound(from) || !isSound(to) || !isInOrder) return;
    const { from: _from, to: _to, locallyEngaged: _local, ...who } = person;
    onSave({
      ...who,
      roles: held,
      ...(isLocal ? { locallyEngaged: true } : {}),
      ...(isDay(from) ? { from } : {}),
      ...(isDay(to) ? { to } : {}),
    });
  }

  function problemOf(day: string, order: boolean) {
    if (!isTried || (isSound(day) && order)) return {};
    const message = text(isSound(day) ? 'settings.people.order' : 'problems.not-a-day');
    return { validationMessage: message, validationState: 'error' as const };
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={styles.roles}>
        <legend className={look.heading}>{text('settings.people.rolesOf', { name: person.name })}</legend>
        {roles.map((role) => (
          <Checkbox
            key={role}
            checked={held.includes(role)}
            label={
              <span className={styles.role}>
                {text(`settings.roles.names.${role}`)}
                <span className={look.quiet}>{abilitiesOf(role, text)}</span>
              </span>
            }
            onChange={(_, data) =>
              setHeld(roles.filter((each) => (each === role ? data.checked === true : held.includes(each))))
            }
          />
        ))}
      </fieldset>
      <Field hint={text('settings.people.locallyEngagedHint')}>
        <Checkbox
          checked={isLocal}
          label={text('settings.people.locallyEngaged')}
          onChange={(_, data) => setLocal(data.checked === true)}
        />
      </Field>
      <div className={styles.days}>
        <Field label={text('settings.people.fromLabel')} {...problemOf(from, true)}>
          <DayInput value={from} onChange={(raw) => setFrom(raw ?? '')} />
        </Field>
        <Field label={text('settings.people.toLabel')} {...problemOf(to, isInOrder)}>
          <DayInput value={to} onChange={(raw) => setTo(raw ?? '')} />
        </Field>
      </div>
      <div className={look.row}>
        <Button type="submit" appearance="primary" disabled={isSaving}>
          {text(isSaving ? 'shell.saving' : 'settings.people.save')}
        </Button>
        <Button disabled={isSaving} onClick={onCancel}>
          {text('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}

function abilitiesOf(role: Role, text: (key: string) => string): string {
  const may: readonly Ability[] = roleAbilities[role];
  // Who may log every kind need not be told that contacts are among them.
  const said = may.includes('record') ? may.filter((ability) => ability !== 'observe') : may;
  return said.length > 0
    ? said.map((ability) => text(`settings.roles.abilities.${ability}`)).join('; ')
    : text('settings.people.readsOnly');
}
