/** The filters of the list of entries, its columns and how close its rows stand. */

import {
  Button,
  Input,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Select,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { ColumnTriple20Regular } from '@fluentui/react-icons/svg/column-triple';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { ReactNode } from 'react';
import { parseCode } from '../../../domain/codes.ts';
import { missionInWords } from '../../../domain/fields/reference.ts';
import { isMissionCode } from '../../../domain/ids.ts';
import type { AnyKind } from '../../../domain/record-kind.ts';
import { recordKinds } from '../../../domain/registry.ts';
import { knownCodes } from '../../known-codes.ts';
import { useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { isRecordKind } from '../../shell/record-kinds.ts';
import { type Column, columnsOn, columnTitle } from '../../table/columns.ts';
import { FilterFold } from '../../table/FilterFold.tsx';
import {
  type Filter,
  isEmptyFilter,
  knownMissions,
  periods,
  states,
  statusSetting,
} from '../../table/filter.ts';
import { useText, useWords } from '../../words.tsx';
import type { Density } from './density.ts';

const useStyles = makeStyles({
  filters: {
    rowGap: tokens.spacingVerticalXS,
    '@media (max-width: 480px)': {
      '& select, & input, & button': { minBlockSize: '44px', minInlineSize: 0 },
    },
    '@media print': { display: 'none' },
  },
  search: { inlineSize: '200px', '@media (max-width: 480px)': { inlineSize: '100%' } },
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
  end: { marginInlineStart: 'auto' },
});

export function EntryFilters(props: {
  readonly filter: Filter;
  readonly typed: string;
  readonly onFilter: (filter: Filter) => void;
  readonly onTyped: (text: string) => void;
  readonly kind: AnyKind | undefined;
  readonly columns: readonly Column[];
  readonly onColumns: (columns: readonly Column[]) => void;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  /** Undefined while entries are still looked at. */
  readonly count: number | undefined;
  /** Older entries are still on their way: nobody should take the count for all there is. */
  readonly soFar: boolean;
  /** What else stands at the end of the row. */
  readonly children?: ReactNode;
}): ReactNode {
  const { filter, typed, onFilter } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const withText: Filter = typed ? { ...filter, text: typed } : filter;
  function change(part: Exclude<keyof Filter, 'text'>, value: Filter[typeof part]): void {
    const next: Filter = { ...withText, [part]: value };
    const { status, ...others } = next;
    // A status belongs to its kind.
    const kept = status && part !== 'kind' ? { ...others, status } : others;
    onFilter(Object.fromEntries(Object.entries(kept).filter(([, each]) => each !== undefined)));
  }
  const status = statusSetting(filter.kind);
  const missions = knownMissions(view.entries);
  return (
    <search className={mergeClasses(look.row, styles.filters)} aria-label={text('entries.filters.label')}>
      <Input
        data-kept
        className={styles.search}
        contentBefore={<Search20Regular aria-hidden="true" />}
        placeholder={text('entries.filters.text')}
        aria-label={text('entries.filters.text')}
        value={typed}
        onChange={(_, data) => props.onTyped(data.value)}
      />
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
          {knownCodes(view, words).map(({ code, cover }) => (
            <option key={code} value={code}>
              {cover}
            </option>
          ))}
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
      {isEmptyFilter(withText) ? null : (
        <Button appearance="subtle" onClick={() => onFilter({})}>
          {text('entries.filters.clear')}
        </Button>
      )}
      <span className={mergeClasses(look.quiet, styles.end)} role="status">
        {props.count === undefined
          ? text('entries.looking')
          : text(props.soFar ? 'entries.countSoFar' : 'entries.count', { count: props.count })}
      </span>
      <LookMenu {...props} />
      {props.children}
    </search>
  );
}

function LookMenu(props: {
  readonly kind: AnyKind | undefined;
  readonly columns: readonly Column[];
  readonly onColumns: (columns: readonly Column[]) => void;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}): ReactNode {
  const text = useText();
  const offered = columnsOn(props.kind);
  return (
    <Menu
      checkedValues={{ columns: [...props.columns], density: [props.density] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === 'density') props.onDensity(checkedItems.includes('compact') ? 'compact' : 'roomy');
        else props.onColumns(offered.filter((column) => column === 'what' || checkedItems.includes(column)));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ColumnTriple20Regular aria-hidden="true" />}>
          {text('entries.look.open')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{text('entries.look.columns')}</MenuGroupHeader>
            {offered.map((column) => (
              <MenuItemCheckbox key={column} name="columns" value={column} disabled={column === 'what'}>
                {columnTitle(column, props.kind?.key, text)}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
          <MenuGroup>
            <MenuGroupHeader>{text('entries.look.density')}</MenuGroupHeader>
            {(['roomy', 'compact'] as const).map((density) => (
              <MenuItemRadio key={density} name="density" value={density}>
                {text(`entries.look.${density}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
