/** The question before a form with unsaved words closes; it stands inside the form, which thereby stays reachable for everybody. */

import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    alignSelf: 'stretch',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorStatusWarningBorder1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Takes the focus when it appears. Whoever shows it gives the focus back. */
export function LeaveQuestion(props: {
  onStay(): void;
  onKeep(): Promise<void>;
  onDrop(): Promise<void>;
}): ReactNode {
  const text = useText();
  const styles = useStyles();
  const title = useId();
  const means = useId();
  const stay = useRef<HTMLElement>(null);
  useEffect(() => stay.current?.focus(), []);
  function rememberStay(button: HTMLElement | null): void {
    stay.current = button;
  }
  return (
    <div role="alertdialog" aria-labelledby={title} aria-describedby={means} className={styles.box}>
      <Subtitle2 as="h2" id={title} className={styles.title}>
        {text('forms.leave.title')}
      </Subtitle2>
      <Text id={means}>{text('forms.leave.means')}</Text>
      <div className={styles.buttons}>
        <Button ref={rememberStay} appearance="primary" onClick={props.onStay}>
          {text('forms.leave.stay')}
        </Button>
        <Button onClick={() => void props.onKeep()}>{text('forms.leave.keep')}</Button>
        <Button onClick={() => void props.onDrop()}>{text('forms.leave.drop')}</Button>
      </div>
    </div>
  );
}
