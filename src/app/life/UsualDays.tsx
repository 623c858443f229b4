/** Days after which something is due when nobody says otherwise: what is usual, and what this mission set instead. */

import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { daysFor, type UsualDay, usualDays } from '../../domain/usual-days.ts';
import { useSavedWords } from '../lock/use-saved-words.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import { useLifeLook } from './look.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
});

const names = Object.keys(usualDays) as readonly UsualDay[];

export function UsualDays(): ReactNode {
  const log = useLog();
  const text = useText();
  const words = useSavedWords<HTMLFormElement>();
  const look = useLook();
  const shared = useLifeLook();
  const styles = useStyles();
  const [days, setDays] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(names.map((name) => [name, String(daysFor(name, log.me.mission.days))])),
  );
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'wrong'>('idle');
  const [failure, setFailure] = useState<unknown>();
  const isSound = (name: UsualDay) => /^[1-9]\d{0,2}$/.test(days[name] ?? '') && Number(days[name]) <= 600;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!names.every(isSound)) {
      setState('wrong');
      return;
    }
    const wordsSaved = words.saving();
    setState('saving');
    setFailure(undefined);
    const changed = names.filter((name) => Number(days[name]) !== usualDays[name]);
    try {
      const life = await log.life();
      await life.setDays(Object.fromEntries(changed.map((name) => [name, Number(days[name])])));
      wordsSaved();
      setState('saved');
    } catch (cause) {
      setFailure(cause);
      setState('idle');
    }
  }

  return (
    <form className={shared.section} onSubmit={(event) => void save(event)} noValidate ref={words.within}>
      <p className={look.text}>{text('life.days.why')}</p>
      <div className={mergeClasses(look.card, styles.fields)}>
        {names.map((name) => (
          <Field
            key={name}
            label={text(`life.days.names.${name}`)}
            hint={text('life.days.usual', { days: usualDays[name] })}
            {...(state === 'wrong' && !isSound(name) ? { validationMessage: text('life.days.wrong') } : {})}
          >
            <Input
              className={shared.narrow}
              inputMode="numeric"
              contentAfter={text('life.days.unit')}
              value={days[name] ?? ''}
              onChange={(_, data) => {
                setState('idle');
                setDays({ ...days, [name]: data.value.trim() });
              }}
            />
          </Field>
        ))}
      </div>
      <div className={mergeClasses(look.row, shared.noPrint)}>
        <Button type="submit" appearance="primary" className={shared.touch} disabled={state === 'saving'}>
          {text(state === 'saving' ? 'shell.saving' : 'life.days.save')}
        </Button>
      </div>
      <div role="status">
        {state === 'saved' ? <Notice tone="success" what={text('life.days.saved')} /> : null}
      </div>
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
    </form>
  );
}
