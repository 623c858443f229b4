/** The filters a person gave a name, as chips; each can be renamed or thrown away. */

import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  ToggleButton,
} from '@fluentui/react-components';
import { Bookmark20Regular } from '@fluentui/react-icons/svg/bookmark';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactNode, useState } from 'react';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { type Filter, isEmptyFilter } from '../../table/filter.ts';
import { filterToAddress } from '../../table/filter-address.ts';
import { useText, useWords } from '../../words.tsx';
import { FilterName } from './FilterName.tsx';
import { RemoveFilter } from './RemoveFilter.tsx';
import { type KeptFilter, keptFilters } from './saved-filters.ts';

const useStyles = makeStyles({
  chips: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '& button': { minInlineSize: 0 },
    '@media (max-width: 480px)': { '& button': { minBlockSize: '44px', minInlineSize: '44px' } },
    '@media print': { display: 'none' },
  },
  chip: { display: 'flex' },
});

type Asked =
  | { readonly what: 'name'; readonly kept?: KeptFilter }
  | { readonly what: 'remove'; readonly kept: KeptFilter };

export function SavedFilters(props: {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}): ReactNode {
  const { filter, onFilter } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const [asked, setAsked] = useState<Asked>();
  const kept = keptFilters(view, words.locale);
  const address = filterToAddress(filter);
  const isKept = kept.some((each) => filterToAddress(each.filter) === address);
  const offersSaving = !isEmptyFilter(filter) && !isKept && log.me.roles.length > 0;
  const close = () => setAsked(undefined);
  return (
    <>
      {kept.length > 0 || offersSaving ? (
        <ul className={mergeClasses(look.row, styles.chips)} aria-label={text('entries.saved.label')}>
          {kept.map((each) => (
            <li key={each.entry} className={styles.chip}>
              <ToggleButton
                size="small"
                shape="circular"
                checked={filterToAddress(each.filter) === address}
                onClick={() => onFilter(each.filter)}
              >
                {each.name}
              </ToggleButton>
              <Menu>
                <MenuTrigger disableButtonEnhancement>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<MoreHorizontal16Regular aria-hidden="true" />}
                    aria-label={text('entries.saved.more', { name: each.name })}
                  />
                </MenuTrigger>
                <MenuPopover>
                  <MenuList>
                    <MenuItem onClick={() => setAsked({ what: 'name', kept: each })}>
                      {text('entries.saved.rename')}
                    </MenuItem>
                    <MenuItem onClick={() => setAsked({ what: 'remove', kept: each })}>
                      {text('entries.saved.remove')}
                    </MenuItem>
                  </MenuList>
                </MenuPopover>
              </Menu>
            </li>
          ))}
          {offersSaving ? (
            <li>
              <Button
                size="small"
                appearance="subtle"
                icon={<Bookmark20Regular aria-hidden="true" />}
                onClick={() => setAsked({ what: 'name' })}
              >
                {text('entries.saved.save')}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
      {asked?.what === 'name' ? (
        <FilterName
          filter={asked.kept?.filter ?? filter}
          kept={asked.kept}
          others={kept.filter((each) => each !== asked.kept).map(({ name }) => name)}
          onClose={close}
        />
      ) : null}
      {asked?.what === 'remove' ? <RemoveFilter kept={asked.kept} onClose={close} /> : null}
    </>
  );
}
