/** The choices by which the list of entries is filtered. Drawn apart from the words beside them: whoever types waits for none of them. */

import { makeStyles, Select, ToggleButton } from '@fluentui/react-components';
import { memo, type ReactNode, useMemo } from 'react';
import { parseCode } from '../../../domain/codes.ts';
import { missionInWords } from '../../../domain/fields/reference.ts';
import { isMissionCode } from '../../../domain/ids.ts';
import { recordKinds } from '../../../domain/registry.ts';
import { knownCodes } from '../../known-codes.ts';
import { useView } from '../../log-context.tsx';
import { isRecordKind } from '../../shell/record-kinds.ts';
import { FilterFold } from '../../table/FilterFold.tsx';
import { type Filter, periods, states, statusSetting } from '../../table/filter.ts';
import { knownMissions } from '../../table/missions-met.ts';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
  select: {
    maxInlineSize: '190px',
    '@media (max-width: 480px)': {
      flexGrow: 1,
      flexShrink: 1,
      flexBasis: '40%',
      minInlineSize: 0,
      maxInlineSize: 'none',
    },
  },
});

function Choices(props: { readonly filter: Filter; readonly onFilter: (filter: Filter) => void }): ReactNode {
  const { filter, onFilter } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  function change(part: Exclude<keyof Filter, 'text'>, value: Filter[typeof part]): void {
    const next: Filter = { ...filter, [part]: value };
    const { status, ...others } = next;
    // A status belongs to its kind.
    const kept = status && part !== 'kind' ? { ...others, status } : others;
    onFilter(Object.fromEntries(Object.entries(kept).filter(([, each]) => each !== undefined)));
  }
  const status = statusSetting(filter.kind);
  const missions = knownMissions(view.entries);
  const codes = knownCodes(view, words);
  const defenders = useMemo(
    () =>
      codes.map(({ code, cover }) => (
        <option key={code} value={code}>
          {cover}
        </option>
      )),
    [codes],
  );
  return (
    <FilterFold count={Object.keys(filter).length}>
      <Select
        className={styles.select}
        aria-label={text('entries.filters.kind')}
        value={filter.kind ?? ''}
        onChange={(_, data) => change('kind', isRecordKind(data.value) ? data.value : undefined)}
      >
        <option value="">{text('entries.filters.everyKind')}</option>
        {recordKinds
          .map((kind) => kind.key)
          .map((kind) => (
            <option key={kind} value={kind}>
              {text(`kinds.${kind}.many`)}
            </option>
          ))}
      </Select>
      <Select
        className={styles.select}
        aria-label={text('entries.filters.defender')}
        value={filter.defender ?? ''}
        onChange={(_, data) => change('defender', parseCode(data.value))}
      >
        <option value="">{text('entries.filters.everybody')}</option>
        {defenders}
      </Select>
      <Select
        className={styles.select}
        aria-label={text('entries.filters.period')}
        value={filter.period ?? ''}
        onChange={(_, data) =>
          change(
            'period',
            periods.find((period) => period === data.value),
          )
        }
      >
        <option value="">{text('entries.filters.ever')}</option>
        {periods.map((period) => (
          <option key={period} value={period}>
            {text('entries.filters.lastDays', { count: Number(period) })}
          </option>
        ))}
      </Select>
      {status ? (
        <Select
          className={styles.select}
          aria-label={text('entries.columns.status')}
          value={filter.status ?? ''}
          onChange={(_, data) => change('status', data.value || undefined)}
        >
          <option value="">{text('entries.filters.everyStatus')}</option>
          {status.keys.map((key) => (
            <option key={key} value={key}>
              {text(`choices.${status.set}.${key}`)}
            </option>
          ))}
        </Select>
      ) : null}
      <Select
        className={styles.select}
        aria-label={text('entries.filters.state')}
        value={filter.state ?? ''}
        onChange={(_, data) =>
          change(
            'state',
            states.find((state) => state === data.value),
          )
        }
      >
        <option value="">{text('entries.filters.everyState')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {text(`entries.filters.states.${state}`)}
          </option>
        ))}
      </Select>
      {missions.length > 1 || filter.mission ? (
        <Select
          className={styles.select}
          aria-label={text('entries.filters.mission')}
          value={filter.mission ?? ''}
          onChange={(_, data) => change('mission', isMissionCode(data.value) ? data.value : undefined)}
        >
          <option value="">{text('entries.filters.everyMission')}</option>
          {missions.map((mission) => (
            <option key={mission} value={mission}>
              {missionInWords(mission)}
            </option>
          ))}
        </Select>
      ) : null}
      <ToggleButton
        checked={filter.mine === true}
        onClick={() => change('mine', filter.mine ? undefined : true)}
      >
        {text('entries.filters.mine')}
      </ToggleButton>
    </FilterFold>
  );
}

export const EntryChoices = memo(Choices);
