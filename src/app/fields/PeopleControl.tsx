/** Picks somebody of this mission, or a mission; the directory is never asked. */

import { Combobox, Dropdown, Option } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLog } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { type ControlProps, membersOf, textOf } from './control.ts';

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

/** Missions this book knows by code; another code may be typed. */
export function MissionControl(props: ControlProps): ReactNode {
  const { value, onChange } = props;
  const text = useText();
  const { mission } = useLog().me;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const code = textOf(value);
  const known = text(`missions.${code}`);
  const name = code === mission.code ? mission.name : known === `missions.${code}` ? code : known;
  return (
    <Combobox
      freeform
      autoComplete="off"
      value={typed ?? name}
      selectedOptions={code === '' ? [] : [code]}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value.trim() === '' ? undefined : event.target.value.trim().toLowerCase());
      }}
      onBlur={() => setTyped(undefined)}
      onOptionSelect={(_, data) => {
        setTyped(undefined);
        onChange(data.optionValue);
      }}
    >
      <Option value={mission.code}>{mission.name}</Option>
    </Combobox>
  );
}
