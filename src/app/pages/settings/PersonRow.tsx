/** One person of the mission in a row: who, which roles, how long, confirmed when; and what may be done about it. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { comma } from '../../../domain/fields/signs.ts';
import type { MissionPerson } from '../../../domain/missions.ts';
import { isConfirmationDue } from '../../../domain/people-changes.ts';
import { later } from '../../later.ts';
import { useLog } from '../../log-context.tsx';
import { DialogFrame } from '../../shell/DialogFrame.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';

const PersonForm = later(() => import('./PersonForm.tsx').then((file) => file.PersonForm), 'forms');

const useStyles = makeStyles({
  person: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    justifyContent: 'space-between',
  },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  who: {
    display: 'grid',
    minInlineSize: 'min(240px, 100%)',
    flexGrow: 1,
    flexBasis: 0,
    overflowWrap: 'anywhere',
  },
});

export function PersonRow(props: {
  readonly person: MissionPerson;
  readonly isOpen: boolean;
  readonly isSaving: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSave: (after: MissionPerson) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { person, isOpen, isSaving, onOpen, onSave, onRemove } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const { name } = person;
  const today = log.today();
  const row = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) row.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li ref={row} className={styles.person} data-person={person.objectId}>
      <div className={styles.line}>
        <Facts person={person} />
        <div className={look.row}>
          <Button
            size="small"
            className={styles.touch}
            aria-label={text('settings.people.changeOf', { name })}
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {text('settings.people.change')}
          </Button>
          <Button
            size="small"
            className={styles.touch}
            disabled={isSaving || person.confirmedOn === today}
            aria-label={text('settings.people.confirmOf', { name })}
            onClick={() => onSave({ ...person, confirmedOn: today })}
          >
            {text('settings.people.confirm')}
          </Button>
          <Remove name={name} disabled={isSaving} onRemove={onRemove} />
        </div>
      </div>
      {isOpen ? (
        <LazyPart>
          <PersonForm person={person} isSaving={isSaving} onSave={onSave} onCancel={() => onOpen(false)} />
        </LazyPart>
      ) : null}
    </li>
  );
}

function Facts(props: { readonly person: MissionPerson }): ReactNode {
  const { person } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const { me } = log;
  const isMe = person.objectId === me.person.objectId && person.tenantId === me.person.tenantId;
  const facts = [
    person.locallyEngaged && text('settings.mission.locallyEngaged'),
    person.from && text('settings.people.from', { day: words.day(person.from) }),
    person.to && text('settings.people.until', { day: words.day(person.to) }),
    person.confirmedOn && text('settings.people.confirmedOn', { day: words.day(person.confirmedOn) }),
  ].filter(Boolean);
  return (
    <div className={styles.who}>
      <span>
        <span className={look.strong}>{person.name}</span>
        {isMe ? <span className={look.quiet}> {text('settings.mission.you')}</span> : null}
      </span>
      <span className={look.text}>
        {person.roles.length === 0
          ? text('settings.people.noRole')
          : person.roles.map((role) => text(`settings.roles.names.${role}`)).join(comma(words.locale))}
      </span>
      <span className={look.quiet}>{facts.join(' · ')}</span>
      {isConfirmationDue(person, log.today()) ? (
        <span>
          <span className={mergeClasses(look.chip, look.chipSoon)}>
            <Warning16Regular aria-hidden="true" />{' '}
            {text(person.confirmedOn ? 'settings.people.due' : 'settings.people.never')}
          </span>
        </span>
      ) : null}
    </div>
  );
}

function Remove(props: {
  readonly name: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}): ReactNode {
  const { name } = props;
  const text = useText();
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="small"
        className={styles.touch}
        disabled={props.disabled}
        aria-label={text('settings.people.removeOf', { name })}
        onClick={() => setAsked(true)}
      >
        {text('settings.people.remove')}
      </Button>
      {isAsked ? (
        <DialogFrame
          alert
          title={text('settings.people.removing.title', { name })}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button appearance="secondary" onClick={() => setAsked(false)}>
                {text('settings.people.removing.no')}
              </Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setAsked(false);
                  props.onRemove();
                }}
              >
                {text('settings.people.removing.yes')}
              </Button>
            </>
          }
        >
          {text('settings.people.removing.means')}
        </DialogFrame>
      ) : null}
    </>
  );
}
