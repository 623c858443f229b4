/** Shows the page an address names; each page fails and loads for itself. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Calendar, CirclePage, DefenderPage, Defenders, Entries, Settings } from '../lazy-pages.ts';
import { useLog } from '../log-context.tsx';
import { Today } from '../pages/today/Today.tsx';
import { useText } from '../words.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LazyPart } from './LazyPart.tsx';
import { useLook } from './look.ts';
import { Notice } from './Notice.tsx';
import { useGo } from './navigation.ts';
import { isOpen } from './open-pages.ts';
import { pathOf, type Route } from './routes.ts';
import { RowsSkeleton } from './Skeletons.tsx';

/** `route` undefined: an address that none of our links has. A closed page says so to whoever types its address. */
export function PageOutlet(props: { readonly route: Route | undefined }): ReactNode {
  const { route } = props;
  const look = useLook();
  const { me } = useLog();
  if (!route) return <NoPage why="unknown" />;
  if (!isOpen(route.page, me)) return <NoPage why="closed" />;
  return (
    <ErrorBoundary resetOn={pathOf(route)}>
      <LazyPart
        {...(route.page === 'today' ? { reads: true as const } : {})}
        fallback={
          <div className={look.page} aria-busy="true">
            <RowsSkeleton count={8} />
          </div>
        }
      >
        <PageOf route={route} />
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

/** Why nothing is shown here, and the way out. */
function NoPage(props: { readonly why: 'unknown' | 'closed' }): ReactNode {
  const { why } = props;
  const text = useText();
  const look = useLook();
  const go = useGo();
  return (
    <div className={look.page}>
      <h1 className={look.title}>{text(`shell.${why}.title`)}</h1>
      <Notice
        tone="info"
        what={text(`shell.${why}.what`)}
        means={text(`shell.${why}.means`)}
        next={text(`shell.${why}.next`)}
        actions={
          <Button size="small" onClick={() => go({ page: 'today' })}>
            {text('shell.unknown.today')}
          </Button>
        }
      />
    </div>
  );
}
