/** The switch between what is mine and what is everybody's. */

import { ToggleButton } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

export function Whose(props: {
  readonly whose: 'mine' | 'all';
  readonly onChange: (whose: 'mine' | 'all') => void;
}): ReactNode {
  const text = useText();
  const look = useLook();
  return (
    <fieldset
      className={look.row}
      style={{ border: 'none', margin: 0, padding: 0 }}
      aria-label={text('today.whose.label')}
    >
      {(['all', 'mine'] as const).map((one) => (
        <ToggleButton
          key={one}
          size="small"
          checked={props.whose === one}
          onClick={() => props.onChange(one)}
        >
          {text(`today.whose.${one}`)}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
