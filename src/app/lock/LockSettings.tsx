/** How soon the screen clears itself on this device, and the keys that help in a hurry. */

import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { type ReactNode, useState } from 'react';
import { keepChoice, keptChoice } from '../kept-choice.ts';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';
import { idleChoice } from './LockGate.tsx';
import { useLock } from './lock-door.tsx';
import { idleChoices, idleMinutes, usualIdle } from './lock-when.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, maxInlineSize: '640px' },
  select: { maxInlineSize: '320px' },
  keys: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  does: { margin: 0 },
});

const keys = ['hide', 'log', 'search', 'regions', 'save'] as const;

export function LockSettings(): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const lock = useLock();
  const [minutes, setMinutes] = useState<number>(() => idleMinutes(keptChoice(idleChoice)));
  return (
    <div className={styles.part}>
      <p className={look.text}>{text('settings.lock.means')}</p>
      <Field
        label={text('settings.lock.idle')}
        hint={text('settings.lock.idleHint')}
        className={styles.select}
      >
        <Select
          value={String(minutes)}
          onChange={(_, data) => {
            const chosen = idleMinutes(data.value);
            keepChoice(idleChoice, chosen === usualIdle ? undefined : String(chosen));
            setMinutes(chosen);
          }}
        >
          {idleChoices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {text('settings.lock.minutes', { count: choice })}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button icon={<LockClosed20Regular aria-hidden="true" />} onClick={lock}>
          {text('lock.now')}
        </Button>
      </div>
      <h2 className={look.heading}>{text('settings.lock.keys.title')}</h2>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <Keys
            key={key}
            keys={text(`settings.lock.keys.${key}.press`)}
            does={text(`settings.lock.keys.${key}.does`)}
          />
        ))}
      </dl>
    </div>
  );
}

function Keys(props: { readonly keys: string; readonly does: string }): ReactNode {
  const look = useLook();
  const styles = useStyles();
  return (
    <>
      <dt className={mergeClasses(look.text, look.strong)}>{props.keys}</dt>
      <dd className={mergeClasses(look.text, styles.does)}>{props.does}</dd>
    </>
  );
}
