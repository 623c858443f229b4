/** The host when Teams shows us: teams-js for the surroundings, nested app authentication for tokens. */
import { version as msal } from '@azure/msal-browser';
import { app, pages, version as teamsJs } from '@microsoft/teams-js';
import type { CloudName } from './clouds.ts';
import type { Host, HostPlace, HostTheme } from './host.ts';
import { openExternally, outwardAddress } from './links.ts';
import { openListeners } from './listeners.ts';
import { nestedSignInState, openNestedSignIn } from './nested-sign-in.ts';
import { placeOf, themeOf } from './place.ts';
import { openTabSettings } from './tab-settings.ts';
import { within } from './time-limit.ts';
import { openTokenHolder } from './token-holder.ts';

/** Teams gives a tab 30 s to get ready for being put away; the rest is for our answer to arrive. */
const suspendLimitMs = 25_000;

const failures = {
  auth: app.FailedReason.AuthFailed,
  timeout: app.FailedReason.Timeout,
  other: app.FailedReason.Other,
};

/**
 * Connects to Teams. Rejects when no Teams answers within `initialiseTimeoutMs`: teams-js itself would wait a minute
 * for a parent that it does not know.
 */
export async function openTeamsHost(options: {
  clientId: string;
  cloud: CloudName;
  initialiseTimeoutMs: number;
}): Promise<Host> {
  const started = performance.now();
  const { initialiseTimeoutMs: limit } = options;
  const late = () => new Error(`no answer from Teams within ${limit} ms`);
  const context = await within(initialContext(), limit, late);
  const initialisedIn = Math.round(performance.now() - started);

  let place = placeOf(context);
  const themes = openListeners<(theme: HostTheme) => void>();
  const resumes = openListeners<(place: { readonly subPageId?: string }) => void>();
  const suspends = openListeners<() => Promise<void>>();
  const backs = openListeners<() => boolean>();
  const token = openTokenHolder(openNestedSignIn(options.clientId, options.cloud), Date.now);
  const tabSettings = openTabSettings();

  function showTheme(name: string | undefined): void {
    const theme = themeOf(name);
    if (theme === place.theme) return;
    place = { ...place, theme };
    for (const listener of themes.all()) listener(theme);
  }

  async function resume(): Promise<void> {
    // Teams forgets the theme handler of a tab that it had put away.
    app.registerOnThemeChangeHandler(showTheme);
    const fresh = await app.getContext().then(placeOf, () => place);
    const { subPageId: _, ...rest } = place;
    place = { ...rest, ...subPageOf(fresh) };
    showTheme(fresh.theme);
    for (const listener of resumes.all()) listener(subPageOf(fresh));
    await app.notifySuccess();
  }

  async function suspend(): Promise<void> {
    const all = Promise.allSettled(suspends.all().map((listener) => listener()));
    // What is not saved by then stays unsaved; keeping Teams waiting would lose it as well.
    await within(all, suspendLimitMs, late).catch(() => undefined);
  }

  app.registerOnThemeChangeHandler(showTheme);
  app.lifecycle.registerOnResumeHandler(() => void resume());
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(suspend);
  if (pages.backStack.isSupported()) {
    pages.backStack.registerBackButtonHandler(() =>
      backs
        .all()
        .toReversed()
        .some((listener) => listener()),
    );
  }

  return {
    get place(): HostPlace {
      return place;
    },
    onTheme: themes.add,
    onResume: resumes.add,
    onSuspend: suspends.add,
    onBack: backs.add,
    token,
    appLoaded: () => app.notifyAppLoaded(),
    success: () => void app.notifySuccess(),
    failure: (reason, message) => app.notifyFailure({ reason: failures[reason], message }),
    expectedFailure: (message) =>
      app.notifyExpectedFailure({ reason: app.ExpectedFailureReason.Other, message }),
    shareLink(subPageId, label) {
      if (pages.isSupported()) pages.shareDeepLink({ subPageId, subPageLabel: label });
    },
    async openLink(url) {
      const address = outwardAddress(url);
      await app.openLink(address).catch(() => openExternally(address));
    },
    returnFocus() {
      if (pages.isSupported()) pages.returnFocus(pages.ReturnFocusType.NextLandmark);
    },
    configureTab: tabSettings.configure,
    diagnostics: () => ({
      host: `${place.hostName}, ${context.app.host.clientType}`,
      frame: place.frame,
      'teams-js': teamsJs,
      'msal-browser': msal,
      'nested sign-in': nestedSignInState(),
      'initialised in': `${initialisedIn} ms`,
      locale: place.locale,
      'time zone': place.timeZone ?? 'not told',
      theme: place.theme,
      session: place.sessionId ?? 'not told',
    }),
  };
}

async function initialContext(): Promise<app.Context> {
  await app.initialize();
  return app.getContext();
}

function subPageOf({ subPageId }: HostPlace): { subPageId?: string } {
  return subPageId ? { subPageId } : {};
}
