/** Whom a row is about: the own cover name once a person linked the code, else the circle's cover name and code. */

import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatCode, isCode } from '../../domain/codes.ts';
import type { Code } from '../../domain/ids.ts';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { useWords } from '../words.tsx';

/** Ends with a separator, so that a sentence can follow; `alone` without. */
export function CodeName(props: {
  readonly code: string | undefined;
  readonly linked?: Code | undefined;
  readonly alone?: true;
}): ReactNode {
  const { code, linked } = props;
  const words = useWords();
  const look = useLook();
  const after = props.alone ? null : ' · ';
  if (linked)
    return (
      <>
        <a
          className={mergeClasses(look.link, look.strong)}
          // Beside words of the same line, colour alone would not tell it apart.
          style={{ textDecorationLine: 'underline' }}
          href={hrefOf({ page: 'defenders', id: linked })}
        >
          {words.cover(linked)}
        </a>
        {after}
      </>
    );
  if (!isCode(code)) return null;
  return (
    <>
      <span className={look.strong}>{words.cover(code)}</span>{' '}
      <span className={look.count}>{formatCode(code)}</span>
      {after}
    </>
  );
}
