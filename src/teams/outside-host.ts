/** The host of a page that is not in Teams: it shows, links and listens, but signs nobody in. */
import { version as teamsJs } from '@microsoft/teams-js';
import type { Host } from './host.ts';
import { openExternally } from './links.ts';
import { openListeners } from './listeners.ts';
import { placeOutside } from './place.ts';
import { SignInError } from './sign-in-error.ts';

/** `why` says in plain words for diagnostics how we know that this is not Teams. */
export function outsideHost(why: string): Host {
  const place = placeOutside();
  const nothing = openListeners<unknown>();
  return {
    place,
    onTheme: nothing.add,
    onResume: nothing.add,
    onSuspend: nothing.add,
    onBack: nothing.add,
    token: () => Promise.reject(new SignInError('not-in-teams', why)),
    appLoaded() {},
    success() {},
    failure() {},
    expectedFailure() {},
    shareLink() {},
    openLink: async (url) => openExternally(url),
    returnFocus() {},
    configureTab() {},
    diagnostics: () => ({
      host: `none: ${why}`,
      'teams-js': teamsJs,
      locale: place.locale,
      theme: place.theme,
    }),
  };
}
