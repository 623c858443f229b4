/** Says that a file was saved, where, and that the journal knows. */

import type { ReactNode } from 'react';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';

export function SavedAs(props: { readonly name: string }): ReactNode {
  const text = useText();
  return (
    <Notice
      role="status"
      tone="success"
      what={text('files.export.saved.what', { name: props.name })}
      means={text('files.export.saved.means')}
      next={text('files.export.saved.next')}
    />
  );
}
