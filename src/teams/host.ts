/** The contract between the app and whatever shows it: Microsoft Teams, or a plain browser window. */

/** The three looks of Teams. A theme we do not know is shown as light. */
export type HostTheme = 'light' | 'dark' | 'contrast';

/** Which of Teams' frames we are in; `settings` is the page that configures a channel tab. */
export type HostFrame = 'content' | 'settings' | 'remove' | 'task' | 'other';

/**
 * Where and for whom we are shown, as the host tells it. Ids and names in here are hints for display and for choosing a
 * tenant, never a proof of identity: that is the token's business.
 */
export interface HostPlace {
  readonly inTeams: boolean;
  readonly theme: HostTheme;
  /** BCP 47, for instance `fr` or `en-GB`. */
  readonly locale: string;
  /** IANA name, where the host knows it. */
  readonly timeZone?: string;
  readonly tenantId?: string;
  readonly userId?: string;
  readonly loginHint?: string;
  readonly frame: HostFrame;
  /** What a deep link points to. */
  readonly subPageId?: string;
  readonly channel?: { readonly id: string; readonly ownerTenantId?: string };
  readonly hostName: string;
  readonly sessionId?: string;
  readonly isMobile: boolean;
}

/** An access token whose tenant has been checked, and whom it stands for. */
export interface AccessToken {
  readonly token: string;
  readonly tenantId: string;
  /** The person's object id in `tenantId`: for a guest, that of the guest account. */
  readonly objectId: string;
  /** `<home object id>.<home tenant id>`, as the host states it. */
  readonly homeAccountId?: string;
  readonly name: string;
  /** End of validity by the server's clock, in ms since 1970. */
  readonly expiresAt: number;
  /** The server's clock when it issued the token, in ms since 1970; only on a token that has just been issued. */
  readonly issuedAt?: number;
}

export interface TokenOptions {
  /** Lets the host show a sign-in window. Only from a click, or browsers block the window. */
  readonly interactive?: boolean;
  /** Passes over every cache, ours and the host's. */
  readonly forceRefresh?: boolean;
}

/** What a configured channel tab remembers. `websiteUrl` is what phones and "open in browser" use. */
export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly displayName: string;
}

export interface Host {
  /** The current place: its theme and sub page follow the host. */
  readonly place: HostPlace;
  /** Each `on…` answers with a function that ends the listening. */
  onTheme(listener: (theme: HostTheme) => void): () => void;
  /** A cached tab is shown again, perhaps for another deep link. The host is told of success after all listeners ran. */
  onResume(listener: (place: { readonly subPageId?: string }) => void): () => void;
  /** The tab is about to be cached or closed: the last moment to save, 25 seconds at most. */
  onSuspend(listener: () => Promise<void>): () => void;
  /** The phone's back button; answer true when it has been dealt with. The newest listener is asked first. */
  onBack(listener: () => boolean): () => void;
  /** A token of exactly this tenant for exactly these scopes. Rejects with a SignInError. */
  token(tenantId: string, scopes: readonly string[], options?: TokenOptions): Promise<AccessToken>;
  /** The skeleton stands. */
  appLoaded(): void;
  /** The app is useful. */
  success(): void;
  /** The app cannot start. */
  failure(reason: 'auth' | 'timeout' | 'other', message: string): void;
  /** The app works but has nothing to show here, for instance because nobody set it up. */
  expectedFailure(message: string): void;
  /** Opens the host's dialog with a link to a page of ours. */
  shareLink(subPageId: string, label: string): void;
  /** Opens an https or mailto address outside the tab. Rejects with a TypeError for any other scheme. */
  openLink(url: string): Promise<void>;
  /** Gives the keyboard back to the host (F6-style leaving of the frame). */
  returnFocus(): void;
  /** In the settings frame: enables the host's Save button and says what it saves; the last call counts. */
  configureTab(settings: TabSettings): void;
  /** Facts for a support request: versions, frame, state of sign-in. Never a user name. */
  diagnostics(): Record<string, string>;
}
