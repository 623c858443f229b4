/** The demo's host page: a window that feels like Teams, shows our tab in a frame and plays its host. */

import { demoPassphrase } from '../people.ts';
import { openAdministratorView } from './administrator-view.ts';
import { byId } from './elements.ts';
import { type HostState, places, readAddress, writeAddress } from './host-address.ts';
import { fillPeople, fillTroubles } from './people-list.ts';
import { fetchRoster, personOf, type Roster } from './roster.ts';
import { openTabStage } from './tab-stage.ts';

/** Settings that the tab only learns by being loaded again. */
const reloading: readonly (keyof HostState)[] = ['person', 'lang', 'place', 'trouble'];

function open(roster: Roster): void {
  let state = readAddress(location.search, location.hash);
  const stage = openTabStage(roster, () => state);
  const suspend = byId('suspend', HTMLButtonElement);
  const putAway = () => suspend.getAttribute('aria-pressed') === 'true';

  function setPutAway(away: boolean): void {
    suspend.setAttribute('aria-pressed', String(away));
    suspend.textContent = away ? 'Bring the tab back' : 'Put the tab away';
  }

  const administrator = byId('administrator', HTMLButtonElement);
  const raw = openAdministratorView(roster);
  administrator.addEventListener('click', () => {
    const isShown = administrator.getAttribute('aria-pressed') !== 'true';
    administrator.setAttribute('aria-pressed', String(isShown));
    // The tab stays as it is behind the lists.
    byId('desk', HTMLDivElement).hidden = isShown;
    if (isShown) void raw.show();
    else raw.hide();
  });

  fillPeople(byId('person', HTMLSelectElement), roster);
  fillTroubles(byId('trouble', HTMLSelectElement));
  byId('passphrase', HTMLElement).textContent = demoPassphrase;

  function show(): void {
    const { person, ministry } = personOf(roster, state.person);
    document.documentElement.dataset.theme = state.theme;
    byId('tab', HTMLDivElement).dataset.width = state.width;
    byId('where', HTMLElement).textContent =
      state.place === 'channel' ? `${ministry.group} › Human rights` : ministry.group;
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-place]')) {
      button.setAttribute('aria-pressed', String(button.dataset.place === state.place));
    }
    byId('person', HTMLSelectElement).value = person.key;
    for (const name of ['theme', 'lang', 'width', 'trouble'] as const)
      byId(name, HTMLSelectElement).value = state[name];
  }

  function change(next: HostState): void {
    const before = state;
    state = next;
    history.replaceState(null, '', writeAddress(state));
    show();
    if (before.theme !== state.theme) stage.theme(state.theme);
    const again = reloading.some((name) => before[name] !== state[name]);
    // A tab that was put away learns of a new deep link when it is brought back.
    if (again || (before.sub !== state.sub && !putAway())) {
      setPutAway(false);
      stage.load();
    }
  }

  for (const name of ['person', 'theme', 'lang', 'width', 'trouble'] as const) {
    const select = byId(name, HTMLSelectElement);
    select.addEventListener('change', () =>
      change(readAddress('', writeAddress({ ...state, [name]: select.value } as HostState))),
    );
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-place]')) {
    button.addEventListener('click', () =>
      change({ ...state, place: places.find((p) => p === button.dataset.place) ?? 'personal' }),
    );
  }
  suspend.addEventListener('click', async () => {
    const away = !putAway();
    setPutAway(away);
    if (away) await stage.suspend();
    else stage.resume();
  });
  byId('back', HTMLButtonElement).addEventListener('click', () => stage.back());
  byId('configure', HTMLButtonElement).addEventListener('click', () => stage.configure());
  byId('reload', HTMLButtonElement).addEventListener('click', () => {
    setPutAway(false);
    stage.load();
  });
  window.addEventListener('hashchange', () => change(readAddress('', location.hash)));

  show();
  stage.load();
}

fetchRoster().then(open, (error: unknown) => {
  byId('notice', HTMLParagraphElement).textContent =
    error instanceof Error ? error.message : 'The page cannot start.';
});
