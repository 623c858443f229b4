/** The tab on the host page: loading it, its life as Teams would lead it, and what it asks of its host. */
import { ask, byId, freshFrame, item } from './elements.ts';
import { attachFrame, type FrameEvents, type HostedFrame, type TabConfig } from './frame-protocol.ts';
import type { HostState } from './host-address.ts';
import { writeAddress } from './host-address.ts';
import { openNestedAuth } from './nested-auth.ts';
import { personOf, type Roster, type Signed } from './roster.ts';
import { tabContext } from './tab-context.ts';
import { troubleOf } from './troubles.ts';

export interface TabStage {
  /** Loads the tab from the start. */
  load(): void;
  theme(name: string): void;
  /** Puts the tab away, once it is ready for it or 30 seconds have passed. */
  suspend(): Promise<void>;
  /** Shows it again, with the deep link of the current state. */
  resume(): void;
  back(): void;
  /** Opens the page that configures the channel tab. */
  configure(): void;
}

const unloadLimitMs = 30_000;
const keptLogLines = 300;

/** `state` is asked whenever it is needed, so the stage always follows the page's controls. */
export function openTabStage(roster: Roster, state: () => HostState): TabStage {
  const place = byId('tab', HTMLDivElement);
  const settings = byId('settings', HTMLDialogElement);
  const save = byId('save', HTMLButtonElement);
  const sessionId = crypto.randomUUID();
  const signed = (): Signed => personOf(roster, state().person);
  let hosted: HostedFrame | undefined;
  let configuring: HostedFrame | undefined;
  let unloaded: (() => void) | undefined;
  let config: TabConfig | undefined;

  const nestedAuth = openNestedAuth({
    signed,
    trouble: () => troubleOf(state().trouble),
    otherTenant: () =>
      personOf(roster, roster.people.find((each) => each.ministry !== signed().person.ministry)?.key),
    confirm,
  });

  function events(): FrameEvents {
    return {
      state(name, message) {
        place.dataset.state = name;
        if (name === 'failure' || name === 'expectedFailure')
          notify(`The tab reports: ${message ?? 'no reason given'}`);
      },
      shareLink,
      openLink: (url) => void window.open(url, '_blank', 'noopener'),
      returnFocus: () => byId('person', HTMLSelectElement).focus(),
      validity: (valid) => {
        save.disabled = !valid;
      },
      readyToUnload: () => unloaded?.(),
      saved(outcome, reason) {
        settings.close();
        notify(
          outcome === 'saved' ? `The channel tab is saved: ${config?.contentUrl}` : `Not saved: ${reason}`,
        );
      },
      log,
    };
  }

  function attach(frame: HTMLIFrameElement, frameContext: 'content' | 'settings'): HostedFrame {
    const trouble = troubleOf(state().trouble);
    const url = new URL(signed().ministry.tab, location.href).href;
    return attachFrame({
      frame,
      url,
      frameContext,
      answers: trouble.silent !== 'host',
      ...(trouble.noBridge ? {} : { nestedAuth }),
      context: () => ({ ...tabContext(signed(), state(), sessionId), frameContext }),
      config: () => config ?? { entityId: 'focal-point', contentUrl: url },
      store: (chosen) => {
        config = chosen;
      },
      events: events(),
    });
  }

  save.addEventListener('click', () => configuring?.emit('settings.save', {}));
  settings.addEventListener('close', () => {
    configuring?.detach();
    configuring = undefined;
    byId('settings-frame', HTMLDivElement).replaceChildren();
  });
  byId('settings-close', HTMLButtonElement).addEventListener('click', () => settings.close());

  return {
    load() {
      hosted?.detach();
      notify('');
      place.hidden = false;
      place.dataset.state = 'loading';
      hosted = attach(freshFrame(place, 'Focal Point'), 'content');
    },
    theme(name) {
      hosted?.emit('themeChange', name);
      configuring?.emit('themeChange', name);
    },
    async suspend() {
      await new Promise<void>((resolve) => {
        unloaded = resolve;
        setTimeout(resolve, unloadLimitMs);
        hosted?.emit('beforeUnload');
      });
      place.hidden = true;
      place.dataset.state = 'suspended';
      notify('The tab is put away, as Teams does with tabs nobody looks at.');
    },
    resume() {
      place.hidden = false;
      notify('');
      hosted?.emit('load', {
        entityId: 'focal-point',
        contentUrl: new URL(signed().ministry.tab, location.href).href,
      });
    },
    back: () => hosted?.emit('backButtonPress'),
    configure() {
      save.disabled = true;
      settings.showModal();
      configuring = attach(
        freshFrame(byId('settings-frame', HTMLDivElement), 'Focal Point settings'),
        'settings',
      );
    },
  };

  async function confirm(scopes: readonly string[]): Promise<boolean> {
    byId('sign-in-name', HTMLElement).textContent = signed().person.name;
    byId('sign-in-scopes', HTMLUListElement).replaceChildren(...scopes.map(item));
    return (await ask(byId('sign-in', HTMLDialogElement))) === 'yes';
  }

  function shareLink(sub: string, label: string): void {
    byId('share-label', HTMLElement).textContent = label;
    const link = byId('share-link', HTMLInputElement);
    link.value = new URL(writeAddress({ ...state(), sub }), location.href).href;
    void ask(byId('share', HTMLDialogElement));
    link.select();
  }
}

function notify(text: string): void {
  byId('notice', HTMLParagraphElement).textContent = text;
}

function log(direction: 'tab' | 'host', text: string): void {
  const list = byId('log', HTMLOListElement);
  list.append(item(`${direction === 'tab' ? 'tab → host' : 'host → tab'}: ${text}`));
  while (list.children.length > keptLogLines) list.firstElementChild?.remove();
}
