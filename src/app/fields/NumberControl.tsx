/** A number as typed, with the figures of any keyboard and the decimal sign of the language. */

import { Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type ControlProps, textOf } from './control.ts';

export function NumberControl(props: ControlProps): ReactNode {
  return (
    <Input
      value={textOf(props.value)}
      inputMode="decimal"
      autoComplete="off"
      onChange={(_, data) => props.onChange(data.value)}
      onBlur={() => {
        const typed = textOf(props.value).trim();
        if (/^-?\d+,\d+$/.test(typed)) props.onChange(typed.replace(',', '.'));
      }}
    />
  );
}
