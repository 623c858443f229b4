/** A moment: day, clock time and the zone of the place, or the same as a point in time. */

import { Button, Combobox, Input, makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isInstant } from '../../domain/ids.ts';
import { clock, dayAt, instantOfLocal } from '../day-words.ts';
import { useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { type ControlProps, membersOf, textOf } from './control.ts';
import { DayInput } from './DayControl.tsx';
import { InputGroup } from './InputGroup.tsx';
import { readTime } from './typing.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  day: { flexGrow: 1, flexBasis: '180px', minWidth: 0, '& > *': { width: '100%' } },
  time: { width: '96px', minWidth: 0 },
  zone: { display: 'flex', flexBasis: '100%', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

interface Moment {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

export function LocalTimeControl(props: ControlProps): ReactNode {
  const missionZone = useLog().me.mission.zone;
  const given = membersOf(props.value);
  const moment: Moment = {
    day: textOf(given.day),
    time: textOf(given.time),
    zone: textOf(given.zone) || missionZone,
  };
  return (
    <MomentInputs
      moment={moment}
      onChange={(next) => props.onChange(next.day === '' && next.time === '' ? undefined : next)}
      zone
    />
  );
}

/** Entered and shown on the mission's clock, kept in UTC. What is no moment yet is kept as typed. */
export function InstantControl(props: ControlProps): ReactNode {
  const zone = useLog().me.mission.zone;
  const { locale } = useWords();
  const { value } = props;
  const typed = membersOf(value);
  const moment: Moment = isInstant(value)
    ? { day: dayAt(Date.parse(value), zone), time: clock(Date.parse(value), locale, zone), zone }
    : { day: textOf(typed.day), time: textOf(typed.time), zone };
  function change(next: Moment): void {
    if (next.day === '' && next.time === '') {
      props.onChange(undefined);
      return;
    }
    const at = instantOfLocal(next.day, next.time, zone);
    props.onChange(at === undefined ? next : `${new Date(at).toISOString().slice(0, 19)}Z`);
  }
  return <MomentInputs moment={moment} onChange={change} zone={false} />;
}

function MomentInputs(props: {
  readonly moment: Moment;
  readonly zone: boolean;
  onChange(next: Moment): void;
}): ReactNode {
  const { moment, onChange } = props;
  const styles = useStyles();
  const text = useText();
  return (
    <InputGroup className={styles.row}>
      <div className={styles.day}>
        <DayInput
          value={moment.day}
          label={text('forms.day')}
          onChange={(day) => onChange({ ...moment, day: day ?? '' })}
        />
      </div>
      <TimeInput value={moment.time} onChange={(time) => onChange({ ...moment, time })} />
      <div className={styles.zone}>
        {props.zone ? (
          <ZoneInput value={moment.zone} onChange={(zone) => onChange({ ...moment, zone })} />
        ) : (
          <Text size={200}>{text('forms.zoneIs', { zone: moment.zone })}</Text>
        )}
      </div>
    </InputGroup>
  );
}

function TimeInput(props: { readonly value: string; onChange(time: string): void }): ReactNode {
  const text = useText();
  const styles = useStyles();
  return (
    <Input
      className={styles.time}
      value={props.value}
      aria-label={text('forms.time')}
      placeholder="09:30"
      autoComplete="off"
      inputMode="text"
      onChange={(_, data) => props.onChange(data.value)}
      onBlur={() => props.onChange(readTime(props.value) ?? props.value)}
    />
  );
}

const OFFERED = 40;

function ZoneInput(props: { readonly value: string; onChange(zone: string): void }): ReactNode {
  const text = useText();
  const [changing, setChanging] = useState(false);
  const [typed, setTyped] = useState('');
  if (!changing)
    return (
      <>
        <Text size={200}>{text('forms.zoneIs', { zone: props.value })}</Text>
        <Button size="small" appearance="transparent" onClick={() => setChanging(true)}>
          {text('forms.changeZone')}
        </Button>
      </>
    );
  const fitting = Intl.supportedValuesOf('timeZone').filter((zone) =>
    zone.toLowerCase().includes(typed.toLowerCase().trim().replace(/ /g, '_')),
  );
  return (
    <Combobox
      aria-label={text('forms.zone')}
      placeholder={props.value}
      value={typed}
      selectedOptions={[props.value]}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, data) => {
        // Typing what is not the zone chosen so far unselects it; nothing was picked by that.
        if (data.optionValue === undefined) return;
        props.onChange(data.optionValue);
        setTyped('');
        setChanging(false);
      }}
    >
      {fitting.slice(0, OFFERED).map((zone) => (
        <Option key={zone} value={zone}>
          {zone}
        </Option>
      ))}
    </Combobox>
  );
}
