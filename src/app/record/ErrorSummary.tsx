/** Everything that keeps an entry from being saved, in one list at the top, each line leading to its field. */

import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnyKind, Problems } from '../../domain/record-kind.ts';
import { useProblemWords } from '../fields/problem-words.ts';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export function ErrorSummary(props: {
  readonly kind: AnyKind;
  readonly problems: Problems;
  onGo(key: string): void;
}): ReactNode {
  const { kind, problems, onGo } = props;
  const text = useText();
  const say = useProblemWords();
  const styles = useStyles();
  const { fields } = kind;
  const keys = Object.keys(problems);
  if (keys.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{text('forms.notSaved', { count: keys.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {keys.map((key) => {
            const words = `fields.${kind.key}.${key}`;
            return (
              <li key={key}>
                {key in fields ? (
                  <Link as="button" type="button" onClick={() => onGo(key)}>
                    {text(`${words}.label`)}
                  </Link>
                ) : (
                  text('forms.consent.title')
                )}
                {': '}
                {[...new Set((problems[key] ?? []).map((problem) => say(problem, words)))].join(' ')}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
