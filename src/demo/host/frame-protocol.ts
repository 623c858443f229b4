/** Speaks the wire format of teams-js 2 with one embedded tab: requests, replies and events by postMessage. */

export type FrameContext = 'content' | 'settings';

/** What a configured tab remembers, as teams-js sends it. */
export interface TabConfig {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
  readonly suggestedDisplayName?: string;
}

/** What the tab asks of, or tells, its host. */
export interface FrameEvents {
  /** `appLoaded`, `success`, `failure` or `expectedFailure`, with the tab's message. */
  state(state: string, message?: string): void;
  shareLink(subPageId: string, label: string): void;
  openLink(url: string): void;
  returnFocus(): void;
  validity(valid: boolean): void;
  readyToUnload(): void;
  saved(outcome: 'saved' | 'failed', reason?: string): void;
  /** Every message in both directions, without tokens, for the log. */
  log(direction: 'tab' | 'host', text: string): void;
}

export interface FrameOptions {
  readonly frame: HTMLIFrameElement;
  readonly url: string;
  readonly frameContext: FrameContext;
  /** False: every message of the tab is ignored. */
  readonly answers: boolean;
  readonly nestedAuth?: (envelope: string) => Promise<string | undefined>;
  /** The flat context object of teams-js. */
  context(): Record<string, unknown>;
  config(): TabConfig;
  store(config: TabConfig): void;
  readonly events: FrameEvents;
}

export interface HostedFrame {
  /** Sends an event such as `themeChange`, with its arguments. */
  emit(event: string, ...args: unknown[]): void;
  /** Stops listening. The frame itself is the caller's to remove. */
  detach(): void;
}

interface TabMessage {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  readonly data?: string;
}

type Answer = readonly unknown[] | undefined;

/** Loads the tab into the frame and serves it until detached. */
export function attachFrame(options: FrameOptions): HostedFrame {
  const { frame, events } = options;
  const target = new URL(options.url, location.href);

  function post(message: object): void {
    frame.contentWindow?.postMessage({ ...message, monotonicTimestamp: performance.now() }, target.origin);
  }

  async function onMessage(event: MessageEvent<unknown>): Promise<void> {
    if (event.source !== frame.contentWindow || event.origin !== target.origin || !options.answers) return;
    const message = event.data;
    if (!isTabMessage(message)) return;
    events.log('tab', describe(message));
    const args = await answer(options, message);
    if (!args) return;
    events.log('host', `${message.func} answered`);
    post({ id: message.id, uuidAsString: message.uuidAsString, args });
  }

  const listen = (event: MessageEvent<unknown>) => void onMessage(event);
  window.addEventListener('message', listen);
  frame.src = target.href;
  return {
    emit(event, ...args) {
      events.log('host', `event ${event}`);
      post({ func: event, args });
    },
    detach: () => window.removeEventListener('message', listen),
  };
}

/** The arguments of the reply; undefined where the protocol has none. */
async function answer(options: FrameOptions, message: TabMessage): Promise<Answer> {
  const { events } = options;
  const [first, second] = message.args ?? [];
  switch (message.func) {
    case 'initialize':
      return [
        options.frameContext,
        'web',
        '2.1.1',
        JSON.stringify(runtime(options.nestedAuth !== undefined)),
      ];
    case 'getContext':
      return [options.context()];
    case 'appInitialization.appLoaded':
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      events.state(message.func.slice('appInitialization.'.length), asText(second));
      return undefined;
    case 'appInitialization.success':
      events.state('success');
      return [];
    case 'settings.getSettings':
      return [options.config()];
    case 'settings.setSettings':
      options.store(first as TabConfig);
      return [true];
    case 'settings.setValidityState':
      events.validity(first === true);
      return undefined;
    case 'settings.save.success':
      events.saved('saved');
      return undefined;
    case 'settings.save.failure':
      events.saved('failed', asText(first));
      return undefined;
    case 'navigateBack':
      return [true];
    case 'executeDeepLink':
      events.openLink(asText(first) ?? '');
      return [true];
    case 'shareDeepLink':
      events.shareLink(asText(first) ?? '', asText(second) ?? '');
      return undefined;
    case 'returnFocus':
      events.returnFocus();
      return undefined;
    case 'readyToUnload':
      events.readyToUnload();
      return undefined;
    case 'nestedAppAuth.execute': {
      const envelope = await options.nestedAuth?.(message.data ?? '{}');
      return envelope === undefined ? undefined : [null, envelope];
    }
    default:
      return undefined;
  }
}

/** What this host supports, as teams-js reads it. */
function runtime(nestedAuth: boolean): object {
  return {
    apiVersion: 4,
    isLegacyTeams: false,
    isNAAChannelRecommended: nestedAuth,
    supports: {
      app: { notifySuccessResponse: {} },
      pages: { config: {}, backStack: {}, tabs: {}, currentApp: {} },
      teamsCore: {},
      ...(nestedAuth ? { nestedAppAuth: {} } : {}),
    },
  };
}

function isTabMessage(value: unknown): value is TabMessage {
  return typeof value === 'object' && value !== null && 'func' in value && typeof value.func === 'string';
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** One line for the log; of a sign-in request the parts that decide whose token comes back. */
function describe(message: TabMessage): string {
  if (message.func !== 'nestedAppAuth.execute')
    return `${message.func} ${JSON.stringify(message.args ?? [])}`;
  const { method, tokenParams } = JSON.parse(message.data ?? '{}') as {
    method?: string;
    tokenParams?: { authority?: string; scope?: string; forceRefresh?: boolean };
  };
  const { authority, scope, forceRefresh } = tokenParams ?? {};
  return `nestedAppAuth ${JSON.stringify({ method, authority, scope, forceRefresh })}`;
}
