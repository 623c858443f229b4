/** Parts of the page that some kinds ask for by name under an opened entry. */

import type { ComponentType, ReactNode } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { later } from '../../later.ts';
import { LazyPart } from '../../shell/LazyPart.tsx';

const Gathered = later(() => import('./Gathered.tsx').then((file) => file.Gathered), 'pages');
const VisaDesk = later(() => import('../../visas/VisaDesk.tsx').then((file) => file.VisaDesk), 'pages');

type Part = ComponentType<{ readonly entry: Entry }>;

const parts: Readonly<Record<string, Part>> = {
  gathered: Gathered,
  'visa-desk': VisaDesk,
};

export function EntryParts(props: { readonly entry: Entry }): ReactNode {
  const name = kindByKey(props.entry.kind)?.part;
  const Part = name === undefined ? undefined : parts[name];
  return Part ? (
    <LazyPart>
      <Part entry={props.entry} />
    </LazyPart>
  ) : null;
}
