/** Shows the page an address names; each page fails and loads for itself. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Calendar, DefenderPage, Defenders, Entries, Settings } from '../lazy-pages.ts';
import { Today } from '../pages/Today.tsx';
import { useText } from '../words.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LazyPart } from './LazyPart.tsx';
import { useLook } from './look.ts';
import { Notice } from './Notice.tsx';
import { useGo } from './navigation.ts';
import { pathOf, type Route } from './routes.ts';
import { RowsSkeleton } from './Skeletons.tsx';

/** `route` undefined: an address that none of our links has. */
export function PageOutlet(props: { readonly route: Route | undefined }): ReactNode {
  const { route } = props;
  const look = useLook();
  if (!route) return <UnknownAddress />;
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
    case 'settings':
      return <Settings key={route.id ?? ''} section={route.id} />;
  }
}

function UnknownAddress(): ReactNode {
  const text = useText();
  const look = useLook();
  const go = useGo();
  return (
    <div className={look.page}>
      <h1 className={look.title}>{text('shell.unknown.title')}</h1>
      <Notice
        tone="info"
        what={text('shell.unknown.what')}
        means={text('shell.unknown.means')}
        next={text('shell.unknown.next')}
        actions={
          <Button size="small" onClick={() => go({ page: 'today' })}>
            {text('shell.unknown.today')}
          </Button>
        }
      />
    </div>
  );
}
