/** The one row above every page; on a phone a title, search and a menu. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { readsCases } from '../../../domain/roles.ts';
import { later } from '../../later.ts';
import { LockButton } from '../../lock/LockButton.tsx';
import { useLog, useView } from '../../log-context.tsx';
import { useText } from '../../words.tsx';
import { LazyPart } from '../LazyPart.tsx';
import { useLook } from '../look.ts';
import { useRoute } from '../navigation.ts';
import { LogButton } from './LogButton.tsx';
import { SyncState } from './SyncState.tsx';
import { Tabs } from './Tabs.tsx';

const Search = later(
  () => import('../../search/Search.tsx').then((file) => file.Search),
  'pages',
  'consent',
  'forms',
);

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  end: {
    display: 'flex',
    alignItems: 'center',
    marginInlineStart: 'auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    minInlineSize: 0,
  },
  search: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    inlineSize: '220px',
    minBlockSize: '32px',
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'text',
    ':hover': { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: tokens.strokeWidthThick,
      outlineColor: tokens.colorStrokeFocus2,
    },
    '@media (max-width: 1320px)': { inlineSize: '140px' },
  },
  placeholder: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  keys: {
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase100,
    '@media (max-width: 1320px)': { display: 'none' },
  },
  who: {
    display: 'grid',
    maxInlineSize: '180px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media (max-width: 720px)': { display: 'none' },
  },
  one: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  target: { minInlineSize: '44px', minBlockSize: '44px' },
  menu: {
    flexBasis: '100%',
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    paddingBlockEnd: tokens.spacingVerticalS,
  },
});

export function TopBar(props: { readonly narrow: boolean }): ReactNode {
  const styles = useStyles();
  const [searching, setSearching] = useState(false);
  // Drawn anew with every change of the log, so that a role taken meanwhile closes it.
  useView();
  const isOffered = readsCases(useLog().me);
  useEffect(() => {
    if (!isOffered) return;
    function onKey(event: KeyboardEvent): void {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setSearching(true);
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOffered]);
  const search = isOffered ? () => setSearching(true) : undefined;
  const closeSearch = useCallback(() => setSearching(false), []);
  return (
    <div className={styles.bar}>
      {props.narrow ? <NarrowBar onSearch={search} /> : <WideBar onSearch={search} />}
      {searching && isOffered ? (
        <LazyPart>
          <Search onClose={closeSearch} />
        </LazyPart>
      ) : null}
    </div>
  );
}

function WideBar(props: { readonly onSearch: (() => void) | undefined }): ReactNode {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <Tabs />
      <div className={styles.end}>
        {props.onSearch ? (
          <button
            type="button"
            className={styles.search}
            onClick={props.onSearch}
            aria-keyshortcuts="Control+K Meta+K"
          >
            <Search20Regular aria-hidden="true" />
            <span className={styles.placeholder}>{text('shell.search.open')}</span>
            <span className={styles.keys} aria-hidden="true">
              {text('shell.search.keys')}
            </span>
          </button>
        ) : null}
        <LogButton />
        <WhoAndWhere />
        <SyncState />
        <LockButton />
      </div>
    </>
  );
}

function NarrowBar(props: { readonly onSearch: (() => void) | undefined }): ReactNode {
  const text = useText();
  const styles = useStyles();
  const route = useRoute();
  const [menu, setMenu] = useState(false);
  const here = `${route?.page ?? ''}/${route?.id ?? ''}`;
  const [shownFor, setShownFor] = useState(here);
  if (shownFor !== here) {
    setShownFor(here);
    setMenu(false);
  }
  return (
    <>
      <span className={styles.title} aria-hidden="true">
        {route ? text(`shell.tabs.${route.page}`) : ''}
      </span>
      <div className={styles.end}>
        {props.onSearch ? (
          <Button
            appearance="subtle"
            className={styles.target}
            icon={<Search20Regular aria-hidden="true" />}
            aria-label={text('shell.search.open')}
            onClick={props.onSearch}
          />
        ) : null}
        <Button
          appearance="subtle"
          className={styles.target}
          icon={<Navigation20Regular aria-hidden="true" />}
          aria-expanded={menu}
          onClick={() => setMenu(!menu)}
        >
          {text('shell.menu')}
        </Button>
      </div>
      {menu ? (
        <div className={styles.menu}>
          <Tabs stacked />
          <WhoAndWhere always />
          <SyncState />
          <div>
            <LockButton />
          </div>
        </div>
      ) : null}
    </>
  );
}

/** The mission and the person signed in. */
function WhoAndWhere(props: { readonly always?: boolean }): ReactNode {
  const { me } = useLog();
  const look = useLook();
  const styles = useStyles();
  return (
    <div className={props.always ? undefined : styles.who}>
      <div className={mergeClasses(styles.one, look.strong)}>{me.mission.name}</div>
      <div className={mergeClasses(styles.one, look.quiet)}>{me.person.name}</div>
    </div>
  );
}
