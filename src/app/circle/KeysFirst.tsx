/** What must be signed needs keys: where they are not set up yet, the way to where they are. */

import type { ReactNode } from 'react';
import type { CircleView } from '../../log/circle/circle.ts';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';

/** Nothing once they are ready; a locked key is asked for where something is signed. */
export function KeysFirst(props: { readonly view: CircleView }): ReactNode {
  const text = useText();
  const look = useLook();
  if (props.view.keys === 'ready') return null;
  return (
    <a className={look.link} href={hrefOf({ page: 'settings', id: 'keys' })}>
      {text('circle.keysFirst')}
    </a>
  );
}
