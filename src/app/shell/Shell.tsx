/** What stands around every page: tabs, search, Log, the state of things; and the one form. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { may } from '../../domain/roles.ts';
import { fetchAhead, later } from '../later.ts';
import { useHost, useLog, useView } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { LogButton } from './bar/LogButton.tsx';
import { TopBar } from './bar/TopBar.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { FormDoorProvider, type FormRequest } from './form-door.tsx';
import { LazyPart } from './LazyPart.tsx';
import { useLook } from './look.ts';
import { narrowQuery, useMedia } from './media.ts';
import { Notices } from './Notices.tsx';
import { useRoute } from './navigation.ts';
import { useOffPaper } from './off-paper.ts';
import { PaperGuard } from './PaperGuard.tsx';
import { NoRole } from './page/NoRole.tsx';
import { PageOutlet } from './page/PageOutlet.tsx';
import { PrintHead } from './page/PrintHead.tsx';
import { namesNobody } from './routes.ts';
import { useConnection } from './use-connection.ts';
import { useHostAddress } from './use-host-address.ts';
import { regionAttribute, useRegions } from './use-regions.ts';

/** Stands in the shell from the start. Where it cannot be fetched, dialogs could not be either. */
const FocusKeeper = later(() =>
  import('./FocusKeeper.tsx').then(
    (file) => file.FocusKeeper,
    () => () => null,
  ),
);
const FormSurface = later(
  () => import('../record/FormSurface.tsx').then((file) => file.FormSurface),
  'forms',
  'consent',
);

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
    gridTemplateColumns: 'minmax(0, 1fr)',
    blockSize: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    '@media print': { display: 'block', blockSize: 'auto' },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalS,
    insetBlockStart: '-48px',
    zIndex: 10,
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':focus': { insetBlockStart: tokens.spacingVerticalS },
  },
  main: {
    minBlockSize: 0,
    overflow: 'auto',
    outlineStyle: 'none',
    '@media print': { overflow: 'visible' },
  },
  /** A bar of its own in thumb reach: floating, it lay over buttons of the page. */
  thumb: {
    display: 'flex',
    justifyContent: 'flex-end',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    ':empty': { display: 'none' },
    '@media print': { display: 'none' },
  },
  noPrint: { '@media print': { display: 'none' } },
});

export function Shell(): ReactNode {
  const view = useView();
  const host = useHost();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const narrow = useMedia(narrowQuery);
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const [request, setRequest] = useState<FormRequest>();
  const [formWanted, setFormWanted] = useState(false);
  const log = useLog();
  useConnection(log);
  useOffPaper(log);
  useHostAddress();
  useRegions(host);
  useFocusOnNewPage(main, `${route?.page ?? ''}${route?.page === 'defenders' ? (route.id ?? '') : ''}`);
  const ready = view.state === 'ready';
  useEffect(() => {
    if (ready) fetchAhead(() => log.ready());
  }, [ready, log]);
  const open = useCallback((wanted: FormRequest) => {
    setFormWanted(true);
    setRequest(wanted);
  }, []);
  const close = useCallback(() => setRequest(undefined), []);
  return (
    <FormDoorProvider value={open}>
      <div className={styles.shell}>
        <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
          {text('shell.skip')}
        </button>
        <header className={styles.noPrint} {...{ [regionAttribute]: 'top' }}>
          <TopBar narrow={narrow} />
        </header>
        <div className={styles.noPrint}>
          <Notices />
          <NoRole />
        </div>
        <PrintHead route={route} />
        <main ref={main} tabIndex={-1} className={styles.main} {...{ [regionAttribute]: 'main' }}>
          {view.state === 'failed' ? (
            <div className={look.page}>
              <h1 className={look.spoken}>{text('shell.failure.title')}</h1>
              <FailureNotice cause={view.error} onRetry={() => location.reload()} />
            </div>
          ) : (
            <PaperGuard keeps={!may(log.me, 'export') && !namesNobody(route)}>
              <PageOutlet route={route} />
            </PaperGuard>
          )}
        </main>
        {narrow ? (
          <div className={styles.thumb}>
            <LogButton thumb />
          </div>
        ) : null}
      </div>
      {ready ? (
        <Suspense>
          <FocusKeeper />
        </Suspense>
      ) : null}
      {formWanted ? (
        <LazyPart>
          <FormSurface request={request} onClose={close} />
        </LazyPart>
      ) : null}
    </FormDoorProvider>
  );
}

/** A reader who goes to another page lands at its beginning, not in the row of tabs. */
function useFocusOnNewPage(main: RefObject<HTMLElement | null>, page: string): void {
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
  }, [main, page]);
}
