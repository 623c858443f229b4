/** Looks that the pages about keys share. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { stackOnPaper } from '../../shell/look.ts';

export const useKeysLook = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXL,
    maxInlineSize: '720px',
  },
  part: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** What somebody reads aloud or writes down: large. From left to right by its `dir`, because styles are mirrored. */
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, max-content))',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    justifyContent: 'start',
    // At the side where the page begins, whichever way the groups themselves run.
    justifySelf: 'start',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 480px)': {
      gridTemplateColumns: 'repeat(3, minmax(0, max-content))',
      columnGap: tokens.spacingHorizontalM,
      fontSize: tokens.fontSizeBase400,
    },
  },
  words: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, max-content))',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    justifyContent: 'start',
    justifySelf: 'start',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    '@media (max-width: 480px)': {
      gridTemplateColumns: 'repeat(2, minmax(0, max-content))',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  rank: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginInlineEnd: tokens.spacingHorizontalXS,
  },
  /** Above its group: before it, it could be read as part of the code. */
  above: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  /** Two short fields beside each other where there is room. */
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  /** Takes the focus, and is nothing to press. */
  told: { outlineStyle: 'none' },
  noPrint: { '@media print': { display: 'none' } },
  paperOnly: { display: 'none', '@media print': { display: 'block' } },
  steps: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  stepNow: { fontWeight: tokens.fontWeightSemibold },
  stepLater: { color: tokens.colorNeutralForeground3 },
  icon: { display: 'flex' },
  /** Points ahead, which is to the left in a right-to-left page. */
  ahead: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  done: { color: tokens.colorStatusSuccessForeground1 },
  qr: { inlineSize: '200px', blockSize: '200px', maxInlineSize: '100%' },
  number: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});
