/** The way back from one entry or part to the whole circle. */

import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { ReactNode } from 'react';
import { useGo } from '../shell/navigation.ts';
import { useText } from '../words.tsx';
import { useCircleLook } from './circle-look.ts';

export function BackToCircle(): ReactNode {
  const text = useText();
  const styles = useCircleLook();
  const go = useGo();
  return (
    <div className={styles.noPrint}>
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular aria-hidden="true" />}
        onClick={() => go({ page: 'circle' })}
      >
        {text('circle.back')}
      </Button>
    </div>
  );
}
