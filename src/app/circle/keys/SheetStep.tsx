/** The recovery sheet: printed, put into the safe, and confirmed by typing two of its groups. */

import { Button, Field, Input, mergeClasses } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fullDay } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { Digits } from './Digits.tsx';
import { useKeysLook } from './keys-look.ts';

/** Of the eight groups and the two check characters these are asked for: one early, one late. */
const asked = [3, 7] as const;

export function SheetStep(props: { readonly code: string; readonly onConfirmed: () => void }): ReactNode {
  const { code, onConfirmed } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useKeysLook();
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ''));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const groups = code.split(' ');
  const isRight = (index: number) =>
    (typed[index] ?? '').trim().toUpperCase() === groups[(asked[index] ?? 1) - 1];

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (asked.every((_, index) => isRight(index))) {
      onConfirmed();
      return;
    }
    flushSync(() => setTried(true));
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <div className={styles.card}>
      <h3 className={look.heading}>{text('keys.sheet.title', { mission: log.me.mission.name })}</h3>
      <p className={look.text}>{text('keys.sheet.what')}</p>
      <Digits value={code} label={text('keys.sheet.code')} ranked />
      <p className={look.quiet}>{text('keys.sheet.made', { day: fullDay(log.today(), words.locale) })}</p>
      <p className={mergeClasses(look.text, styles.paperOnly)}>{text('keys.sheet.safe')}</p>
      <div className={styles.actions}>
        <Button
          className={styles.touch}
          icon={<Print20Regular aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {text('keys.sheet.print')}
        </Button>
      </div>
      <div className={styles.noPrint}>
        <Notice tone="warning" what={text('keys.sheet.once')} means={text('keys.sheet.onceMeans')} />
      </div>
      <form ref={form} className={mergeClasses(styles.part, styles.noPrint)} onSubmit={submit} noValidate>
        <p className={look.text}>{text('keys.sheet.confirm')}</p>
        {asked.map((group, index) => (
          <Field
            key={group}
            label={text('keys.sheet.group', { group })}
            required
            {...(tried && !isRight(index) ? { validationMessage: text('keys.sheet.groupWrong') } : {})}
          >
            <Input
              value={typed[index] ?? ''}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              maxLength={8}
              onChange={(_, data) => setTyped(typed.map((each, at) => (at === index ? data.value : each)))}
            />
          </Field>
        ))}
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" className={styles.touch}>
            {text('keys.sheet.done')}
          </Button>
        </div>
      </form>
    </div>
  );
}
