/** A table that scrolls sideways where it is narrow, and which the keyboard can therefore reach. */

import type { ReactNode } from 'react';
import { useFilesLook } from '../files-look.ts';

const reachable = { tabIndex: 0 } as const;

export function Sideways(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const styles = useFilesLook();
  return (
    <section className={styles.wide} aria-label={props.label} {...reachable}>
      {props.children}
    </section>
  );
}
