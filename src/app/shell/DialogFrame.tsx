/** What every dialog over the page has: title, content, buttons, the keyboard kept inside, and the focus given back as it goes. */

import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ComponentProps, ReactNode } from 'react';
import { useFilledIn } from '../lock/use-filled-in.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { ModalDialog } from './ModalDialog.tsx';

const useStyles = makeStyles({
  wide: { maxWidth: 'min(860px, 100vw)' },
  // Only there to hear what is done within.
  watched: { display: 'contents' },
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    // A part with a least height of its own (a message) would be cut to it where the whole is higher than the window.
    gridAutoRows: 'max-content',
    rowGap: tokens.spacingVerticalM,
  },
});

/** Mounted only while it is open. */
export function DialogFrame(props: {
  readonly title: string;
  /** Something that matters: a click beside the dialog does not close it. */
  readonly alert?: boolean | undefined;
  /** Things stand beside each other in it. */
  readonly wide?: true;
  /** At work: neither Escape nor a click beside the dialog closes it. */
  readonly busy?: boolean | undefined;
  /** Where its button sends what is filled in. */
  readonly form?: Omit<ComponentProps<'form'>, 'children'>;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { title, form, actions, onClose, children } = props;
  const styles = useStyles();
  useFocusBack();
  const filled = useFilledIn();
  const body = (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>{children}</DialogContent>
      <DialogActions fluid>{actions}</DialogActions>
    </DialogBody>
  );
  return (
    <ModalDialog
      open
      modalType={props.alert ? 'alert' : 'modal'}
      onOpenChange={(_, data) => !data.open && !props.busy && onClose()}
    >
      <DialogSurface {...(props.wide ? { className: styles.wide } : {})} backdrop={{ appearance: 'dimmed' }}>
        <div {...filled} className={styles.watched}>
          {form ? (
            <form {...form} noValidate>
              {body}
            </form>
          ) : (
            body
          )}
        </div>
      </DialogSurface>
    </ModalDialog>
  );
}
