/** Folds filters behind one button on a phone, with how many are set; elsewhere they stand in their row. */

import { Button } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { type ReactNode, useState } from 'react';
import { narrowQuery, useMedia } from '../shell/media.ts';
import { useText } from '../words.tsx';

export function FilterFold(props: { readonly count: number; readonly children: ReactNode }): ReactNode {
  const text = useText();
  const narrow = useMedia(narrowQuery);
  const [isOpen, setOpen] = useState(false);
  if (!narrow) return props.children;
  return (
    <>
      <Button
        aria-expanded={isOpen}
        icon={<Filter20Regular aria-hidden="true" />}
        onClick={() => setOpen(!isOpen)}
      >
        {props.count > 0
          ? text('entries.filters.moreSet', { number: props.count })
          : text('entries.filters.more')}
      </Button>
      {isOpen ? props.children : null}
    </>
  );
}
