/** Shows the page an address names; each page fails and loads for itself. */

import type { ReactNode } from 'react';
import { circleParts } from '../../circle/circle-parts.ts';
import { later } from '../../later.ts';
import { useLog } from '../../log-context.tsx';
import { Today } from '../../pages/today/Today.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { LazyPart } from '../LazyPart.tsx';
import { useLook } from '../look.ts';
import { pathOf, type Route } from '../routes.ts';
import { RowsSkeleton } from '../Skeletons.tsx';
import { isOpen } from './open-pages.ts';

const Calendar = later(
  () => import('../../pages/calendar/Calendar.tsx').then((file) => file.Calendar),
  'pages',
);
const CirclePage = later(
  () => import('../../circle/CirclePage.tsx').then((file) => file.CirclePage),
  ...circleParts,
);
const DefenderPage = later(
  () => import('../../pages/defenders/DefenderPage.tsx').then((file) => file.DefenderPage),
  'pages',
  'files',
  'forms',
);
const Defenders = later(
  () => import('../../pages/defenders/Defenders.tsx').then((file) => file.Defenders),
  'pages',
);
const Entries = later(
  () => import('../../pages/entries/Entries.tsx').then((file) => file.Entries),
  'pages',
  'files',
);
const NoPage = later(() => import('./NoPage.tsx').then((file) => file.NoPage), 'pages');
const Settings = later(
  () => import('../../pages/settings/Settings.tsx').then((file) => file.Settings),
  'pages',
);

/** `route` undefined: an address that none of our links has. A closed page says so to whoever types its address. */
export function PageOutlet(props: { readonly route: Route | undefined }): ReactNode {
  const { route } = props;
  const look = useLook();
  const { me } = useLog();
  const closed = !route ? 'unknown' : isOpen(route.page, me) ? undefined : 'closed';
  return (
    <ErrorBoundary resetOn={route ? pathOf(route) : ''}>
      <LazyPart
        {...(closed || route?.page === 'today' ? { reads: true as const } : {})}
        fallback={
          <div className={look.page} aria-busy="true">
            <RowsSkeleton count={8} />
          </div>
        }
      >
        {closed || !route ? <NoPage why={closed ?? 'unknown'} /> : <PageOf route={route} />}
      </LazyPart>
    </ErrorBoundary>
  );
}

function PageOf(props: { readonly route: Route }): ReactNode {
  const { route } = props;
  switch (route.page) {
    case 'today':
      return <Today />;
    case 'entries':
      return <Entries route={route} />;
    case 'defenders':
      return route.id ? <DefenderPage key={route.id} code={route.id} /> : <Defenders />;
    case 'calendar':
      return <Calendar route={route} />;
    case 'circle':
      return <CirclePage route={route} />;
    case 'settings':
      return <Settings key={route.id ?? ''} section={route.id} />;
  }
}
