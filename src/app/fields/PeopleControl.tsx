/** Picks somebody of this mission, or a mission; the directory is never asked. */

import { Combobox, Dropdown, Option } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { missionInWords } from '../../domain/fields/reference.ts';
import { isMissionCode } from '../../domain/ids.ts';
import { useLog } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { type ControlProps, membersOf, textOf } from './control.ts';
import { missionTyped, useKnownMissions } from './known-missions.ts';

export function PersonControl(props: ControlProps): ReactNode {
  const { field, value, onChange } = props;
  const text = useText();
  const { people } = useLog().me.mission;
  const chosen = membersOf(value);
  return (
    <Dropdown
      value={textOf(chosen.name)}
      selectedOptions={textOf(chosen.objectId) === '' ? [] : [textOf(chosen.objectId)]}
      placeholder={text('forms.choose')}
      clearable={!field.required}
      onOptionSelect={(_, data) => {
        const person = people.find((one) => one.objectId === data.optionValue);
        onChange(person && { objectId: person.objectId, tenantId: person.tenantId, name: person.name });
      }}
    >
      {people.map((person) => (
        <Option key={person.objectId} value={person.objectId} text={person.name}>
          {person.name}
        </Option>
      ))}
    </Dropdown>
  );
}

/** The missions of the circles; where there is none, a code is typed. */
export function MissionControl(props: ControlProps): ReactNode {
  const { value, onChange } = props;
  const known = useKnownMissions();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const code = textOf(value);
  const name =
    known.find((one) => one.code === code)?.name ?? (isMissionCode(code) ? missionInWords(code) : code);
  const sought = typed?.trim().toLowerCase() ?? '';
  const fitting = known.filter((one) => one.code.includes(sought) || one.name.toLowerCase().includes(sought));
  return (
    <Combobox
      freeform
      autoComplete="off"
      value={typed ?? name}
      selectedOptions={code === '' ? [] : [code]}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(missionTyped(event.target.value, known));
      }}
      onBlur={() => setTyped(undefined)}
      onOptionSelect={(_, data) => {
        setTyped(undefined);
        onChange(data.optionValue);
      }}
    >
      {(fitting.length > 0 ? fitting : known).map((one) => (
        <Option key={one.code} value={one.code} text={one.name}>
          {one.name}
        </Option>
      ))}
    </Combobox>
  );
}
