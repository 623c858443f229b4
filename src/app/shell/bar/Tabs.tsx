/** The pages as plain links in one row; the current one is marked by weight and a line, and said to readers. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLog } from '../../log-context.tsx';
import { useText } from '../../words.tsx';
import { hrefOf, useRoute } from '../navigation.ts';
import { openPages } from '../page/open-pages.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    columnGap: tokens.spacingHorizontalXS,
    overflowX: 'auto',
    scrollbarWidth: 'none',
  },
  stacked: { display: 'grid', '& a': { minBlockSize: '24px' } },
  link: {
    display: 'block',
    position: 'relative',
    whiteSpace: 'nowrap',
    paddingBlock: '10px',
    paddingInline: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: tokens.strokeWidthThick,
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-2px',
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: tokens.spacingHorizontalS,
      insetBlockEnd: '2px',
      borderBlockEndWidth: '3px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorCompoundBrandStroke,
      borderRadius: tokens.borderRadiusCircular,
    },
  },
});

/** `stacked` puts one below the other, each tall enough for a thumb. */
export function Tabs(props: { readonly stacked?: boolean }): ReactNode {
  const { me, circleIds } = useLog();
  const text = useText();
  const route = useRoute();
  const styles = useStyles();
  return (
    <nav aria-label={text('shell.pages')}>
      <ul className={mergeClasses(styles.list, props.stacked && styles.stacked)}>
        {openPages(me, circleIds).map((page) => (
          <li key={page}>
            <a
              href={hrefOf({ page })}
              className={mergeClasses(styles.link, route?.page === page && styles.current)}
              aria-current={route?.page === page ? 'page' : undefined}
            >
              {text(`shell.tabs.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
