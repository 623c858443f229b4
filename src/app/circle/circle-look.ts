/** Looks that the parts of the circle share. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { stackOnPaper } from '../shell/look.ts';

export const useCircleLook = makeStyles({
  part: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    breakInside: 'avoid',
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground3 },
  said: { minInlineSize: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300 },
  side: { gridColumn: '2 / -1', minInlineSize: 0, overflowWrap: 'anywhere' },
  actions: {
    gridColumn: '2 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    '@media print': { display: 'none' },
  },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  gone: { color: tokens.colorNeutralForeground3 },
  noPrint: { '@media print': { display: 'none' } },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  /** The sign stays beside its words, however long these are. */
  answer: {
    flexWrap: 'nowrap',
    alignItems: 'start',
    '& svg': { flexShrink: 0, marginBlockStart: tokens.spacingVerticalXXS },
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
});
