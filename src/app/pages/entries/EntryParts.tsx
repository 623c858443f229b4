/** Parts of the page that some kinds ask for by name, above or below what an opened entry says. */

import type { ComponentType, ReactNode } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { later } from '../../later.ts';
import { LazyPart } from '../../shell/LazyPart.tsx';

const Gathered = later(() => import('./Gathered.tsx').then((file) => file.Gathered), 'pages');
const VisaDesk = later(() => import('../../visas/VisaDesk.tsx').then((file) => file.VisaDesk), 'pages');

type Place = 'above' | 'below';
type Part = ComponentType<{ readonly entry: Entry }>;

const parts: Readonly<Record<string, { readonly Part: Part; readonly place: Place }>> = {
  gathered: { Part: Gathered, place: 'below' },
  // An answer of the desk is what its reader came for.
  'visa-desk': { Part: VisaDesk, place: 'above' },
};

export function EntryParts(props: { readonly entry: Entry; readonly place: Place }): ReactNode {
  const name = kindByKey(props.entry.kind)?.part;
  const found = name === undefined ? undefined : parts[name];
  return found?.place === props.place ? (
    <LazyPart>
      <found.Part entry={props.entry} />
    </LazyPart>
  ) : null;
}
