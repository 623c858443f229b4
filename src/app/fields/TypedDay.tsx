/** A day that is only typed: what stands in a form where the calendar could not be fetched. */

import { Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isDay } from '../../domain/ids.ts';
import type { DayInputProps } from './LazyDatePicker.tsx';
import { readDay, writeDay } from './typing.ts';

export function TypedDay(props: DayInputProps): ReactNode {
  const { value, locale, today, label, onChange } = props;
  const [typed, setTyped] = useState<string>();
  function take(): void {
    if (typed === undefined) return;
    onChange((readDay(typed, locale, today) ?? typed.trim()) || undefined);
    setTyped(undefined);
  }
  return (
    <Input
      value={typed ?? (isDay(value) ? writeDay(value, locale) : value)}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={take}
      {...(label ? { 'aria-label': label } : {})}
    />
  );
}
