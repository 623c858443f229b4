/** A QR code drawn as one path: black on white in every theme, or no camera reads it. */

import type { ReactNode } from 'react';
import { encode } from 'uqr';
import { useKeysLook } from './keys-look.ts';

const BORDER = 4;

export function QrCode(props: { readonly value: string; readonly label: string }): ReactNode {
  const styles = useKeysLook();
  const { data, size } = encode(props.value, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={props.label}
      style={{ forcedColorAdjust: 'none' }}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
