/** Keeps Fluent's focus manager at work between dialogs. */

import { useFocusFinders } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/**
 * Draws nothing. Fluent ends its focus manager with the last part that uses it; when that is a dialog, the manager is gone
 * before it has shown the page below to screen readers again. While this stands, there is always one more user.
 */
export function FocusKeeper(): ReactNode {
  useFocusFinders();
  return null;
}
