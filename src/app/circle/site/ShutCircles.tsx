/** Circles that are not open: what is in the way of each, and a try at once. */

import type { ReactNode } from 'react';
import { CircleTrouble } from './CircleTrouble.tsx';
import { type Sites, shutIn } from './use-circle-sites.ts';

export function ShutCircles(props: { readonly sites: Sites; readonly onTried: () => void }): ReactNode {
  const { sites, onTried } = props;
  return shutIn(sites).map(({ site, trouble }) => (
    <CircleTrouble
      key={site.id}
      trouble={trouble}
      site={site.id}
      onAgain={async () => {
        await sites.reopen(site);
        onTried();
      }}
    />
  ));
}
