/** A dialog over the page: Tab goes on to Teams and comes back into the dialog, never to the page behind. */

import { Dialog, type DialogProps, useFocusFinders } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';

export function ModalDialog(props: DialogProps): ReactNode {
  useWayBackIn();
  return <Dialog {...props} inertTrapFocus />;
}

/**
 * The keyboard enters a frame at its first stop, which lies behind what is open on top. Fluent calls it back only a moment
 * later, and whoever tabs faster would walk through the page behind.
 */
export function useWayBackIn(): void {
  const { findFirstFocusable } = useFocusFinders();
  useEffect(() => {
    let away = false;
    function onBlur(): void {
      away = true;
    }
    function onFocus({ target }: FocusEvent): void {
      if (!away || !(target instanceof Element)) return;
      away = false;
      const top = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1);
      if (top && target.closest('#root') !== null && !top.contains(target)) findFirstFocusable(top)?.focus();
    }
    addEventListener('blur', onBlur);
    document.addEventListener('focusin', onFocus, true);
    return () => {
      removeEventListener('blur', onBlur);
      document.removeEventListener('focusin', onFocus, true);
    };
  }, [findFirstFocusable]);
}
