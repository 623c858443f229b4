/** Dresses everything in the host's theme, the reader's language and its direction; stands with and without a log. */

import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { type ReactNode, Suspense, useCallback, useEffect, useSyncExternalStore } from 'react';
import { runsRightToLeft } from '../../locales/languages.ts';
import type { Host, HostTheme } from '../../teams/host.ts';
import '../base.css';
import { watchTyping } from '../lock/last-words.ts';
import { usePrinting } from '../table/use-printing.ts';
import { useLanguage, WordsProvider } from '../words.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PageSkeleton } from './Skeletons.tsx';

const themes: Readonly<Record<HostTheme, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const useStyles = makeStyles({
  provider: {
    blockSize: '100%',
    minInlineSize: 0,
    colorScheme: 'light',
    // Fluent says left, for the direction around the provider and not for its own.
    textAlign: 'start',
    // The provider's class dresses its portals too: as tall as the page they would swallow every click beneath them.
    '&[data-portal-node]': { blockSize: 'auto' },
    '@media print': { blockSize: 'auto' },
  },
  /** Scroll bars and open lists are the browser's own: they follow Teams, not the system. */
  dark: { colorScheme: 'dark' },
  /**
   * Words that run the other way than the page: each text finds its own direction, or its full stop lands in front. They
   * stand at the page's beginning, in dialogs too, which put the class through another mirror.
   */
  foreign: { textAlign: 'right /* @noflip */' as 'right', '& *': { unicodeBidi: 'plaintext' } },
});

/** `children` may use `useText`; they appear when the first texts have arrived. */
export function Frame(props: { readonly host: Host; readonly children: ReactNode }): ReactNode {
  const { host, children } = props;
  const hosts = useHostTheme(host);
  useEffect(() => watchTyping(document), []);
  // Printers leave dark grounds out: light words on paper could not be read.
  const theme = usePrinting() ? teamsLightTheme : hosts;
  return (
    <Provider theme={theme} dir="ltr">
      <ErrorBoundary wordless>
        <Suspense fallback={<PageSkeleton />}>
          <WordsProvider locale={host.place.locale}>
            <Directed theme={theme} locale={host.place.locale}>
              <ErrorBoundary>{children}</ErrorBoundary>
            </Directed>
          </WordsProvider>
        </Suspense>
      </ErrorBoundary>
    </Provider>
  );
}

function useHostTheme(host: Host): Theme {
  const subscribe = useCallback((changed: () => void) => host.onTheme(changed), [host]);
  return themes[useSyncExternalStore(subscribe, () => host.place.theme)];
}

function Provider(props: {
  readonly theme: Theme;
  readonly dir: 'ltr' | 'rtl';
  readonly foreign?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <FluentProvider
      theme={props.theme}
      dir={props.dir}
      className={mergeClasses(
        styles.provider,
        props.theme !== teamsLightTheme && styles.dark,
        props.foreign && styles.foreign,
      )}
    >
      {props.children}
    </FluentProvider>
  );
}

/** A right-to-left Teams keeps its direction around us also where we speak English for want of a translation. */
function Directed(props: {
  readonly theme: Theme;
  readonly locale: string;
  readonly children: ReactNode;
}): ReactNode {
  const { picked, language: shown } = useLanguage();
  const rtl = runsRightToLeft(picked ?? props.locale);
  return (
    <Provider theme={props.theme} dir={rtl ? 'rtl' : 'ltr'} foreign={rtl !== runsRightToLeft(shown)}>
      {props.children}
    </Provider>
  );
}
