/** Shapes of what is about to come, so that nothing jumps when it does. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    alignContent: 'start',
    minBlockSize: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    minBlockSize: '40px',
    paddingInline: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@media (max-width: 480px)': { minBlockSize: '52px' },
  },
  optional: { '@media (max-width: 480px)': { display: 'none' } },
  search: {
    inlineSize: '220px',
    blockSize: '32px',
    marginInlineStart: 'auto',
    '@media (max-width: 1320px)': { inlineSize: '140px' },
    '@media (max-width: 480px)': { inlineSize: '44px' },
  },
  main: { inlineSize: '128px', blockSize: '32px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    padding: tokens.spacingHorizontalL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  side: { '@media (max-width: 900px)': { display: 'none' } },
  group: { display: 'grid', rowGap: tokens.spacingVerticalS },
  card: {
    paddingInline: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  block: { backgroundColor: tokens.colorNeutralStencil1, borderRadius: tokens.borderRadiusMedium },
  tab: { inlineSize: '72px', blockSize: '20px' },
  heading: { inlineSize: '120px', blockSize: '16px', marginBlock: '2px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 96px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minBlockSize: '41px',
  },
  dot: { inlineSize: '20px', blockSize: '20px' },
  line: { blockSize: '14px', maxInlineSize: '480px' },
  button: { blockSize: '28px' },
});

function rows(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** `count` rows of a list: mark, text, button. */
export function RowsSkeleton(props: { readonly count: number }): ReactNode {
  const styles = useStyles();
  return (
    <div aria-hidden="true">
      {rows(props.count).map((row) => (
        <div key={row} className={styles.row}>
          <div className={mergeClasses(styles.block, styles.dot)} />
          <div className={mergeClasses(styles.block, styles.line)} />
          <div className={mergeClasses(styles.block, styles.button)} />
        </div>
      ))}
    </div>
  );
}

/** A heading and its card of rows, as on Today. */
export function GroupSkeleton(props: { readonly count: number; readonly className?: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.group, props.className)} aria-hidden="true">
      <div className={mergeClasses(styles.block, styles.heading)} />
      <div className={styles.card}>
        <RowsSkeleton count={props.count} />
      </div>
    </div>
  );
}

/** A whole page before its words are known: the bar with its tabs, a list, and what stands beside it. */
export function PageSkeleton(): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page} aria-busy="true" data-state="opening">
      <div className={styles.bar} aria-hidden="true">
        {rows(5).map((tab) => (
          <div key={tab} className={mergeClasses(styles.block, styles.tab, tab > 0 && styles.optional)} />
        ))}
        <div className={mergeClasses(styles.block, styles.search)} />
        <div className={mergeClasses(styles.block, styles.main, styles.optional)} />
      </div>
      <div className={styles.columns}>
        <GroupSkeleton count={6} />
        <GroupSkeleton count={3} className={styles.side} />
      </div>
    </div>
  );
}
