/** What the administrator of the circle's host sees: the raw lists of the shared site, read through Graph in their own name. */
import { byId } from './elements.ts';
import type { HostCircle, Roster } from './roster.ts';

export interface AdministratorView {
  /** Reads the lists and shows them in the place of the tab. */
  show(): Promise<void>;
  hide(): void;
}

interface RawList {
  readonly name: string;
  readonly displayName: string;
}

interface RawItem {
  readonly id: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly createdBy?: { readonly user?: { readonly displayName?: string } };
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What says most comes first; whatever else is there follows. */
const readingOrder = ['Log', 'Acts', 'KeyCards', 'Missions', 'Journal'];

/** More of a cell than this says nothing more to anybody. */
const shownOfCell = 160;
const rowsShown = 100;

export function openAdministratorView(roster: Roster): AdministratorView {
  const place = byId('administrator-view', HTMLElement);
  const lists = byId('administrator-lists', HTMLDivElement);
  const said = byId('administrator-said', HTMLParagraphElement);
  let reading = 0;

  return {
    async show() {
      place.hidden = false;
      reading += 1;
      const mine = reading;
      said.textContent = 'Reading the lists…';
      lists.replaceChildren();
      try {
        const sections = await sectionsOf(roster);
        if (mine !== reading) return;
        lists.replaceChildren(...sections);
        said.textContent = `Read through Microsoft Graph as the host's administrator, owner of the site. Everything there is stands below.`;
      } catch (error) {
        if (mine === reading) said.textContent = error instanceof Error ? error.message : 'Not readable.';
      }
    },
    hide() {
      reading += 1;
      place.hidden = true;
    },
  };
}

async function sectionsOf({ circle, clientId }: Roster): Promise<readonly HTMLElement[]> {
  const token = await signIn(circle, clientId);
  const site = `/graph/v1.0/sites/${circle.site}:`;
  const found = await valuesAt<RawList>(`${site}/lists?$select=name,displayName`, token);
  if (found.length === 0) throw new Error('The site of the circle has no lists yet.');
  const place = ({ displayName }: RawList) => {
    const known = readingOrder.indexOf(displayName);
    return known < 0 ? readingOrder.length : known;
  };
  return Promise.all(
    [...found]
      .sort((a, b) => place(a) - place(b))
      .map(async ({ displayName }) => {
        const items = `${site}/lists/${encodeURIComponent(displayName)}/items?$expand=fields&$top=999`;
        return sectionOf(displayName, await valuesAt<RawItem>(items, token));
      }),
  );
}

async function signIn({ tenantId, mail }: HostCircle, clientId: string): Promise<string> {
  const answer = await fetch(`/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: mail,
      password: 'local',
      client_id: clientId,
      scope: 'User.Read Sites.Selected',
    }),
  });
  if (!answer.ok) throw new Error("The host's administrator cannot sign in.");
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function valuesAt<T>(first: string, token: string): Promise<readonly T[]> {
  const values: T[] = [];
  let url: string | undefined = first;
  while (url !== undefined) {
    const answer: Response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`The lists could not be read (HTTP ${answer.status}).`);
    const page = (await answer.json()) as { value: T[]; '@odata.nextLink'?: string };
    values.push(...page.value);
    // The tenant names itself as Graph does; here it is reached below this page's own address.
    url = page['@odata.nextLink']?.replace(/^https?:\/\/[^/]+(\/graph)?\/v1\.0/, '/graph/v1.0');
  }
  return values;
}

/** A list as SharePoint has it: its own stamps, then every column in which anything stands; newest row first. */
function sectionOf(name: string, items: readonly RawItem[]): HTMLElement {
  const rows = [...items].sort((a, b) => (a.lastModifiedDateTime < b.lastModifiedDateTime ? 1 : -1));
  const columns = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))].filter((column) =>
    column.startsWith('fp_'),
  );
  const section = document.createElement('section');
  const heading = document.createElement('h3');
  heading.className = 'sheet-title';
  heading.textContent = `${name}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  section.append(heading);
  if (rows.length === 0) return section;
  const table = document.createElement('table');
  table.append(
    lineOf('th', ['Created', 'Changed', 'Created by', ...columns.map((column) => column.slice(3))]),
    ...rows
      .slice(0, rowsShown)
      .map((row) =>
        lineOf('td', [
          row.createdDateTime,
          row.lastModifiedDateTime,
          row.createdBy?.user?.displayName ?? '',
          ...columns.map((column) => String(row.fields[column] ?? '')),
        ]),
      ),
  );
  const scroll = document.createElement('div');
  scroll.className = 'sheet';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', name);
  scroll.append(table);
  section.append(scroll);
  if (rows.length > rowsShown) section.append(`and ${rows.length - rowsShown} more`);
  return section;
}

function lineOf(kind: 'td' | 'th', cells: readonly string[]): HTMLTableRowElement {
  const line = document.createElement('tr');
  for (const text of cells) {
    const cell = document.createElement(kind);
    if (cell instanceof HTMLTableCellElement && kind === 'th') cell.scope = 'col';
    cell.textContent =
      text.length > shownOfCell ? `${text.slice(0, shownOfCell)}… (${text.length} characters)` : text;
    line.append(cell);
  }
  return line;
}
