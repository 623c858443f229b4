/** A tab with nothing in it but `src/teams`, opened up so that a test can call it. */
import type { Host, TokenOptions } from '../../../src/teams/host.ts';
import { openHost } from '../../../src/teams/open-host.ts';
import { rememberedSetting } from '../../../src/teams/remembered-setting.ts';
import { SignInError } from '../../../src/teams/sign-in-error.ts';

export interface TokenOutcome {
  readonly code: string;
  readonly tenantId?: string;
  readonly objectId?: string;
  readonly name?: string;
  readonly message?: string;
  readonly fresh?: boolean;
}

export interface Fixture {
  readonly host: Host;
  /** How long `openHost` took; ms. */
  readonly openedIn: number;
  readonly themes: string[];
  readonly resumed: (string | undefined)[];
  readonly suspended: string[];
  readonly violations: string[];
  backHandled: boolean;
  token(tenantId: string, scopes: readonly string[], options?: TokenOptions): Promise<TokenOutcome>;
  storage(): string;
  remember(value: string): void;
  remembered(): string | undefined;
}

declare global {
  interface Window {
    fixture?: Fixture;
  }
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));

const { clientId, tenantId } = (await (await fetch('config.json')).json()) as {
  clientId: string;
  tenantId: string;
};
const started = performance.now();
const host = await openHost({ clientId });
const openedIn = performance.now() - started;
const setting = rememberedSetting('fixture');

async function token(
  tenant: string,
  scopes: readonly string[],
  options: TokenOptions = {},
): Promise<TokenOutcome> {
  try {
    const got = await host.token(tenant, scopes, options);
    return {
      code: 'token',
      tenantId: got.tenantId,
      objectId: got.objectId,
      name: got.name,
      fresh: got.issuedAt !== undefined,
    };
  } catch (error) {
    if (error instanceof SignInError) return { code: error.code, message: error.message };
    return { code: 'not a sign-in error', message: String(error) };
  }
}

function storage(): string {
  try {
    window.localStorage.setItem('probe', '1');
    return 'works';
  } catch {
    return 'throws';
  }
}

const fixture: Fixture = {
  host,
  openedIn,
  themes: [],
  resumed: [],
  suspended: [],
  violations,
  backHandled: true,
  token,
  storage,
  remember: setting.write,
  remembered: setting.read,
};

function showTheme(theme: string): void {
  const line = document.querySelector('#theme');
  if (line) line.textContent = theme;
}

showTheme(host.place.theme);
host.onTheme((theme) => {
  fixture.themes.push(theme);
  showTheme(theme);
});
host.onResume(({ subPageId }) => fixture.resumed.push(subPageId));
host.onSuspend(async () => {
  fixture.suspended.push('draft kept');
});
host.onBack(() => fixture.backHandled);
document.querySelector('#sign-in')?.addEventListener('click', async () => {
  const outcome = await token(tenantId, ['User.Read'], { interactive: true });
  const line = document.querySelector('#signed');
  if (line) line.textContent = outcome.code;
});

host.appLoaded();
host.success();
window.fixture = fixture;
