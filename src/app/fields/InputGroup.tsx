/** Several inputs under one label: announced as a group, each input with a name of its own. */

import {
  FieldContextProvider,
  makeStyles,
  mergeClasses,
  useFieldContext_unstable,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bare: { border: 'none', margin: 0, padding: 0, minInlineSize: 0 },
});

export function InputGroup(props: { readonly children: ReactNode; readonly className?: string }): ReactNode {
  const styles = useStyles();
  const field = useFieldContext_unstable();
  const described = [field?.validationMessageId, field?.hintId].filter(Boolean).join(' ');
  return (
    <fieldset
      className={mergeClasses(styles.bare, props.className)}
      {...(field?.labelId ? { 'aria-labelledby': field.labelId } : {})}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <FieldContextProvider value={undefined}>{props.children}</FieldContextProvider>
    </fieldset>
  );
}
