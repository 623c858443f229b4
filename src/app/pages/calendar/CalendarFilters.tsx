/** What of all dates the calendar shows: kinds, one defender, only mine, only where somebody must be. */

import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Select,
  ToggleButton,
} from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import type { ReactNode } from 'react';
import { parseCode } from '../../../domain/codes.ts';
import { knownCodes } from '../../known-codes.ts';
import { useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { FilterFold } from '../../table/FilterFold.tsx';
import { useText, useWords } from '../../words.tsx';
import { type CalendarState, datedKinds } from './calendar-address.ts';

const useStyles = makeStyles({
  filters: {
    '@media (max-width: 480px)': { '& select, & button': { minBlockSize: '44px' } },
    '@media print': { display: 'none' },
  },
  select: { maxInlineSize: '190px' },
});

type Filters = Pick<CalendarState, 'kinds' | 'defender' | 'mine' | 'appointments'>;

export function CalendarFilters(props: {
  readonly state: CalendarState;
  readonly onFilters: (filters: Filters) => void;
}): ReactNode {
  const { kinds, defender, mine, appointments } = props.state;
  const filters: Filters = {
    ...(kinds ? { kinds } : {}),
    ...(defender ? { defender } : {}),
    ...(mine ? { mine } : {}),
    ...(appointments ? { appointments } : {}),
  };
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  function change(part: keyof Filters, value: Filters[typeof part]): void {
    const { [part]: _, ...others } = filters;
    props.onFilters(value === undefined ? others : { ...others, [part]: value });
  }
  return (
    <search className={mergeClasses(look.row, styles.filters)} aria-label={text('calendarPage.filters')}>
      <FilterFold count={Object.keys(filters).length}>
        <Menu
          checkedValues={{ kinds: [...(kinds ?? datedKinds)] }}
          onCheckedValueChange={(_, { checkedItems }) =>
            change('kinds', checkedItems.length === datedKinds.length ? undefined : checkedItems)
          }
        >
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<Filter20Regular aria-hidden="true" />}>
              {kinds
                ? text('calendarPage.someKinds', { count: kinds.length })
                : text('entries.filters.everyKind')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {datedKinds.map((kind) => (
                <MenuItemCheckbox key={kind} name="kinds" value={kind}>
                  {text(`kinds.${kind}.many`)}
                </MenuItemCheckbox>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Select
          className={styles.select}
          aria-label={text('entries.filters.defender')}
          value={defender ?? ''}
          onChange={(_, data) => change('defender', parseCode(data.value))}
        >
          <option value="">{text('entries.filters.everybody')}</option>
          {knownCodes(view, words).map(({ code, cover }) => (
            <option key={code} value={code}>
              {cover}
            </option>
          ))}
        </Select>
        <ToggleButton checked={mine === true} onClick={() => change('mine', mine ? undefined : true)}>
          {text('calendarPage.mine')}
        </ToggleButton>
        <ToggleButton
          checked={appointments === true}
          onClick={() => change('appointments', appointments ? undefined : true)}
        >
          {text('calendarPage.only')}
        </ToggleButton>
      </FilterFold>
      {Object.keys(filters).length > 0 ? (
        <Button appearance="subtle" onClick={() => props.onFilters({})}>
          {text('entries.filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}
