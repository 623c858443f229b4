/** The arrow of a way back: it points to where reading begins, so to the right in a right-to-left page. */

import { makeStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ arrow: { ':dir(rtl)': { transform: 'scaleX(-1)' } } });

export function BackArrow(): ReactNode {
  const { arrow } = useStyles();
  return <ArrowLeft20Regular className={arrow} aria-hidden="true" />;
}
