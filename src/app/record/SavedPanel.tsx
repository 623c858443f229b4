/** After saving: who was left out, and the next step with what is already known. */

import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { canonical } from '../../domain/fields/field.ts';
import { comma } from '../../domain/fields/signs.ts';
import type { SaveOutcome } from '../../log/writing/saving.ts';
import { useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { type Opening, openingOf, openNew } from './opening.ts';
import { SettleOther } from './SettleOther.tsx';

const useStyles = makeStyles({
  // As tall as what it says: the next step stands below its sentence, not at the other end of the window.
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 0,
    flexBasis: 'auto',
    rowGap: tokens.spacingVerticalM,
  },
  done: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  recalled: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorStatusDangerForeground1,
  },
  buttons: { flexWrap: 'wrap' },
});

export function SavedPanel(props: {
  readonly outcome: Extract<SaveOutcome, { outcome: 'saved' }>;
  /** It tells of another entry what does not stand there yet. */
  readonly settles: boolean;
  onDone(): void;
  onNext(next: Opening): void;
}): ReactNode {
  const { outcome, onDone, onNext } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const [comesNext, setComesNext] = useState(outcome.next);
  const toSettle = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLElement>(null);
  // What is told of another entry stands above the ways on.
  useEffect(() => (toSettle.current?.querySelector('button') ?? first.current)?.focus(), []);
  function focusFirst(button: HTMLElement | null): void {
    first.current = button;
  }
  return (
    <>
      <DrawerHeader>
        <DrawerHeaderTitle>{text('forms.saved.title')}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <div className={styles.done}>
          <CheckmarkCircle20Regular aria-hidden="true" />
          <Text>{text('forms.saved.inLog')}</Text>
        </div>
        {outcome.recalled.length > 0 && (
          <Text role="alert" weight="semibold" className={styles.recalled}>
            <ErrorCircle20Regular aria-hidden="true" />
            {text('forms.saved.recalled', {
              who: outcome.recalled.map(words.cover).join(comma(words.locale)),
            })}
          </Text>
        )}
        {outcome.left.length > 0 && (
          <Text>
            {text('forms.saved.left', { who: outcome.left.map(words.cover).join(comma(words.locale)) })}
          </Text>
        )}
        {props.settles ? (
          <div ref={toSettle}>
            <SettleOther
              entry={outcome.entry}
              onOpen={(request) => {
                const form = openingOf(request, log);
                if (form) onNext(form);
              }}
              onSettled={(next) => {
                // This entry is what the other one would ask for.
                const others = next.filter(({ kind }) => kind !== outcome.entry.kind);
                if (comesNext.length === 0) setComesNext(others);
              }}
            />
          </div>
        ) : null}
        {comesNext.length > 0 && <Text>{text('forms.saved.next')}</Text>}
      </DrawerBody>
      <DrawerFooter className={styles.buttons}>
        {comesNext.map(({ kind, draft }, index) => (
          <Button
            key={`${kind} ${canonical(draft)}`}
            ref={index === 0 ? focusFirst : null}
            appearance={index === 0 ? 'primary' : 'secondary'}
            onClick={() => {
              const next = openNew(kind, draft, log);
              if (next) onNext(next);
            }}
          >
            {text(`kinds.${kind}.log`)}
          </Button>
        ))}
        <Button ref={comesNext.length === 0 ? focusFirst : null} onClick={onDone}>
          {text('forms.saved.done')}
        </Button>
      </DrawerFooter>
    </>
  );
}
