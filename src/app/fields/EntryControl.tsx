/** Picks another entry, those of the same defender first, or opens a form for a new one on top of this one. */

import { Button, Combobox, makeStyles, Option, OptionGroup, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useState } from 'react';
import { comma } from '../../domain/fields/signs.ts';
import { isEntryId } from '../../domain/ids.ts';
import { codesOf, type Entry } from '../../domain/record-kind.ts';
import { gatherings, kindByKey } from '../../domain/registry.ts';
import { useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { type ControlProps, useSurrounding } from './control.ts';
import { offeredEntries, othersIn, ownSteps } from './offered-entries.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  strangers: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, color: tokens.colorStatusWarningForeground3 },
});

const OFFERED = 50;

export function EntryControl(props: ControlProps): ReactNode {
  const { field, value, onChange } = props;
  const styles = useStyles();
  const text = useText();
  const words = useWords();
  const view = useView();
  const { values, entry: own, startNew } = useSurrounding();
  /** Absent where any step of ours will do. */
  const { of } = field.settings;
  const [typed, setTyped] = useState<string | undefined>();
  const title = (entry: Entry): string => {
    const kind = kindByKey(entry.kind);
    const day = kind?.day(entry.record);
    const which = of === undefined && text(`kinds.${entry.kind}.one`);
    return [day && words.day(day), which, kind?.summary(entry.record, words)].filter(Boolean).join(' · ');
  };
  /** Somebody else's entry says whose it is. */
  const named = (entry: Entry): string =>
    [codesOf(entry.record).map(words.cover).join(comma(words.locale)), title(entry)]
      .filter(Boolean)
      .join(' · ');
  const chosen = isEntryId(value) ? view.byEntry.get(value) : undefined;
  const fits = (entry: Entry): boolean =>
    entry.entry !== own &&
    named(entry)
      .toLowerCase()
      .includes((typed ?? '').toLowerCase().trim());
  const cases = gatherings(view.entries);
  const { same, others } = offeredEntries(
    of === undefined ? ownSteps(view) : (view.entries.get(of) ?? []),
    values,
    cases,
  );
  const strangers = chosen ? othersIn(chosen.record, values, cases) : [];

  async function add(of: string): Promise<void> {
    const kind = kindByKey(of);
    const about = codesOf(values);
    const known = kind ? Object.keys(kind.fields) : [];
    const made = await startNew(
      of,
      Object.fromEntries(
        Object.entries({ about: about[0], named: about.slice(1) }).filter(
          ([key, given]) => known.includes(key) && given !== undefined && given.length > 0,
        ),
      ),
    );
    if (made) onChange(made);
  }
  function options(entries: readonly Entry[], name: (entry: Entry) => string): ReactNode {
    return entries
      .filter(fits)
      .slice(0, OFFERED)
      .map((entry) => (
        <Option key={entry.entry} value={entry.entry} text={name(entry)}>
          {name(entry)}
        </Option>
      ));
  }
  return (
    <div className={styles.column}>
      <Combobox
        autoComplete="off"
        value={
          typed ??
          (chosen
            ? (strangers.length > 0 ? named : title)(chosen)
            : isEntryId(value)
              ? text('forms.entry.notHere')
              : '')
        }
        selectedOptions={isEntryId(value) ? [value] : []}
        clearable={!field.required}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === '') onChange(undefined);
        }}
        onBlur={() => setTyped(undefined)}
        onOptionSelect={(_, data) => {
          setTyped(undefined);
          onChange(data.optionValue === '' ? undefined : data.optionValue);
        }}
      >
        {same.some(fits) && (
          <OptionGroup label={text('forms.entry.same')}>{options(same, title)}</OptionGroup>
        )}
        {others.some(fits) && (
          <OptionGroup label={text('forms.entry.others')}>{options(others, named)}</OptionGroup>
        )}
        {!same.some(fits) && !others.some(fits) && (
          <Option disabled value="" text="">
            {text('forms.nothingFits')}
          </Option>
        )}
      </Combobox>
      <div role="status">
        {strangers.length > 0 && (
          <Text size={200} className={styles.strangers}>
            <Warning16Regular aria-hidden="true" className={styles.icon} />
            {text('forms.entry.aboutOthers', { who: strangers.map(words.cover).join(comma(words.locale)) })}
          </Text>
        )}
      </div>
      {of !== undefined && (
        <div>
          <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={() => void add(of)}>
            {text('forms.entry.new', { kind: text(`kinds.${of}.one`) })}
          </Button>
        </div>
      )}
    </div>
  );
}
