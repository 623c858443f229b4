/** An open list: what the book's code list offers, or whatever is typed. */

import { Combobox, Option } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useView } from '../log-context.tsx';
import { useWords } from '../words.tsx';
import { codesOffered } from './code-lists.ts';
import { type ControlProps, textOf } from './control.ts';

export function CodeControl(props: ControlProps): ReactNode {
  const { field, value, onChange } = props;
  const view = useView();
  const words = useWords();
  const typed = textOf(value);
  const offered = codesOffered(view, field.settings.codeList ?? '', words.locale);
  const shown = offered.find((code) => code.key === typed)?.label ?? typed;
  const fitting = offered.filter((code) => code.label.toLowerCase().includes(shown.toLowerCase().trim()));
  return (
    <Combobox
      freeform
      autoComplete="off"
      value={shown}
      selectedOptions={typed === '' ? [] : [typed]}
      onChange={(event) => onChange(event.target.value)}
      onOptionSelect={(_, data) => onChange(data.optionValue ?? '')}
    >
      {(fitting.length > 0 ? fitting : offered).map((code) => (
        <Option key={code.key} value={code.key}>
          {code.label}
        </Option>
      ))}
    </Combobox>
  );
}
