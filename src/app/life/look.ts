/** Looks that the sections about keeping share. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { stackOnPaper } from '../shell/look.ts';

export const useLifeLook = makeStyles({
  section: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXXL,
    maxInlineSize: '960px',
  },
  part: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
    breakInside: 'avoid',
  },
  said: {
    display: 'grid',
    flexGrow: 1,
    flexBasis: '240px',
    minInlineSize: 0,
    overflowWrap: 'anywhere',
  },
  touch: {
    '@media (max-width: 480px)': { minBlockSize: '44px' },
    '@media print': { display: 'none' },
  },
  narrow: {
    inlineSize: '100%',
    maxInlineSize: '120px',
    '& input': { inlineSize: '100%', minInlineSize: 0 },
  },
  /** Fields with a label above, and a button beside them. */
  choices: { alignItems: 'end' },
  noPrint: { '@media print': { display: 'none' } },
});
