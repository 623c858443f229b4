/** The control of every field kind; a kind without one does not compile. */

import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FieldKindName } from '../../domain/fields/field.ts';
import { useText } from '../words.tsx';
import { ChecklistControl } from './ChecklistControl.tsx';
import { ChoiceControl, ChoicesControl, YesNoControl } from './ChoiceControl.tsx';
import { CodeControl } from './CodeControl.tsx';
import type { Control } from './control.ts';
import { DayControl } from './DayControl.tsx';
import { DefenderControl, DefendersControl } from './DefenderControl.tsx';
import { EntryControl } from './EntryControl.tsx';
import { NumberControl } from './NumberControl.tsx';
import { MissionControl, PersonControl } from './PeopleControl.tsx';
import { RowsControl } from './RowsControl.tsx';
import { NoteControl, TextControl } from './TextControl.tsx';
import { InstantControl, LocalTimeControl } from './TimeControl.tsx';

export const controls = {
  text: TextControl,
  note: NoteControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  code: CodeControl,
  day: DayControl,
  'local-time': LocalTimeControl,
  instant: InstantControl,
  number: NumberControl,
  'yes-no': YesNoControl,
  person: PersonControl,
  mission: MissionControl,
  defender: DefenderControl,
  defenders: DefendersControl,
  entry: EntryControl,
  rows: RowsControl,
  checklist: ChecklistControl,
  document: KeptByTheProduct,
} satisfies Record<FieldKindName, Control>;

/** Documents stand in system kinds, which the product fills in by itself. */
function KeptByTheProduct(): ReactNode {
  const text = useText();
  return <Text>{text('forms.keptByTheProduct')}</Text>;
}
