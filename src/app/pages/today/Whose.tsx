/** The switch between what is mine and what is everybody's. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    // Where the system chooses the colours, the ground alone would not show.
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
});

// A plain button that says whether it is pressed: Fluent's own toggle weighs as much again as the button.
export function Whose(props: {
  readonly whose: 'mine' | 'all';
  readonly onChange: (whose: 'mine' | 'all') => void;
}): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return (
    <fieldset
      className={look.row}
      style={{ border: 'none', margin: 0, padding: 0 }}
      aria-label={text('today.whose.label')}
    >
      {(['all', 'mine'] as const).map((one) => (
        <Button
          key={one}
          size="small"
          aria-pressed={props.whose === one}
          className={mergeClasses(styles.button, props.whose === one && styles.chosen)}
          onClick={() => props.onChange(one)}
        >
          {text(`today.whose.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
}
