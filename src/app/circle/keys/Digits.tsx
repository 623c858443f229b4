/** A number or code in its groups, or words in their order: large enough to read aloud across a table. */

import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { useKeysLook } from './keys-look.ts';

export function Digits(props: {
  readonly value: string;
  readonly label: string;
  /** Somebody is asked for single groups: each says which it is. */
  readonly ranked?: true;
}): ReactNode {
  const styles = useKeysLook();
  return (
    <ol dir="ltr" className={styles.groups} aria-label={props.label}>
      {placed(props.value).map(({ place, part }) => (
        <li key={place}>
          {props.ranked ? (
            <span className={styles.above} aria-hidden="true">
              {place}
            </span>
          ) : null}
          {part}
        </li>
      ))}
    </ol>
  );
}

/** Six words with their places, so that nobody mixes them up. */
export function Passwords(props: {
  readonly value: string;
  readonly label: string;
  /** Takes the focus when they are shown. */
  readonly place?: Ref<HTMLOListElement>;
}): ReactNode {
  const styles = useKeysLook();
  return (
    <ol
      ref={props.place}
      tabIndex={-1}
      dir="ltr"
      className={mergeClasses(styles.words, styles.told)}
      aria-label={props.label}
    >
      {placed(props.value).map(({ place, part }) => (
        <li key={place} lang="en">
          <span className={styles.rank} aria-hidden="true">
            {place}
          </span>
          {part}
        </li>
      ))}
    </ol>
  );
}

function placed(value: string): readonly { readonly place: number; readonly part: string }[] {
  return value.split(' ').map((part, index) => ({ place: index + 1, part }));
}
