/** A short list to choose one from; with `onClear` the choice can be taken back. */

import { Dropdown, Option } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../words.tsx';

export function PickOne<K extends string>(props: {
  readonly keys: readonly K[];
  readonly value: K | undefined;
  name(key: K): string;
  onPick(key: K): void;
  readonly onClear?: () => void;
}): ReactNode {
  const { keys, value, name, onPick, onClear } = props;
  const text = useText();
  return (
    <Dropdown
      value={value === undefined ? '' : name(value)}
      selectedOptions={value === undefined ? [] : [value]}
      placeholder={text('forms.choose')}
      clearable={onClear !== undefined}
      onOptionSelect={(_, data) => {
        const key = keys.find((one) => one === data.optionValue);
        if (key === undefined) onClear?.();
        else onPick(key);
      }}
    >
      {keys.map((key) => (
        <Option key={key} value={key}>
          {name(key)}
        </Option>
      ))}
    </Dropdown>
  );
}
