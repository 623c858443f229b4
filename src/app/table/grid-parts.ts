/** A row and a cell of a grid as bare elements. Rows take the focus, cells do not; focus, sizes and selection are the table's work. */

import { createElement, type HTMLAttributes, type ReactNode } from 'react';

export function GridRow(props: HTMLAttributes<HTMLDivElement>): ReactNode {
  return createElement('div', { role: 'row', ...props });
}

export function GridCell(props: HTMLAttributes<HTMLDivElement>): ReactNode {
  return createElement('div', { role: 'gridcell', ...props });
}
