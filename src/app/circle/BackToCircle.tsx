/** The way back from one entry or part to the whole circle. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { BackArrow } from '../shell/BackArrow.tsx';
import { useGo } from '../shell/navigation.ts';
import { useText } from '../words.tsx';
import { useCircleLook } from './circle-look.ts';

export function BackToCircle(): ReactNode {
  const text = useText();
  const styles = useCircleLook();
  const go = useGo();
  return (
    <div className={styles.noPrint}>
      <Button appearance="subtle" icon={<BackArrow />} onClick={() => go({ page: 'circle' })}>
        {text('circle.back')}
      </Button>
    </div>
  );
}
