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
  tokens,
} from '@fluentui/react-components';
import { ColumnTriple20Regular } from '@fluentui/react-icons/svg/column-triple';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { ReactNode } from 'react';
import type { AnyKind } from '../../../domain/record-kind.ts';
import { useLook } from '../../shell/look.ts';
import { type Column, columnsOn, columnTitle } from '../../table/columns.ts';
import { type Filter, isEmptyFilter } from '../../table/filter.ts';
import { useText } from '../../words.tsx';
import type { Density } from './density.ts';
import { EntryChoices } from './EntryChoices.tsx';

const useStyles = makeStyles({
  filters: {
    rowGap: tokens.spacingVerticalXS,
    '@media (max-width: 480px)': {
      '& select, & input, & button': { minBlockSize: '44px', minInlineSize: 0 },
    },
    '@media print': { display: 'none' },
  },
  search: { inlineSize: '200px', '@media (max-width: 480px)': { inlineSize: '100%' } },
  end: { marginInlineStart: 'auto' },
});

export function EntryFilters(props: {
  readonly filter: Filter;
  readonly typed: string;
  readonly onFilter: (filter: Filter) => void;
  /** Another filter for the same words. */
  readonly onChoice: (filter: Filter) => void;
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
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const withText: Filter = typed ? { ...filter, text: typed } : filter;
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
      <EntryChoices filter={filter} onFilter={props.onChoice} />
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
