/** First load of a book: two dependent round trips, the second in as many calls at once as twenty questions in one make it. */

import type { Day, Instant } from '../../domain/ids.ts';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { ChangeToken, KindHealth, Opening, Page } from '../book.ts';
import { failureOf, isTooManyRows, succeeded } from './answer.ts';
import { readBatch } from './batch.ts';
import { askForToken, tokenFrom } from './delta.ts';
import { askForLists, healthFrom, type Site } from './lists.ts';
import { askForOpen, askForWindow, pageFrom, scanToken } from './pages.ts';

/**
 * Asks for the site, the pulse's change token and the lists with their columns, then for what is alive since a day in
 * each list that is there. @throws StoreError; a site that is not there or not open to this person is `not-found` or
 * `forbidden`.
 */
export async function openSite(
  site: Site,
  asked: readonly AnyKind[],
  pulse: AnyKind,
  since: Day,
): Promise<Opening> {
  const kinds = asked.filter((kind) => !kind.apart);
  const heavy = askForLists(site.addresses);
  const [place, token, lists] = await readBatch(
    site.send,
    site.patience,
    [{ method: 'GET', url: `${site.addresses.site}?$select=id` }, askForToken(site, pulse, []), heavy],
    heavy,
  );
  if (!place || !token || !lists) throw new TypeError('a batch without its answers');
  if (!succeeded(place)) throw failureOf(place);
  const health = await healthFrom(site, kinds, lists);
  const pages = await readAlive(site, kinds, health, since);
  return {
    pages,
    pulse: token.status === 404 ? ('' as ChangeToken) : tokenFrom(pulse, token),
    health,
    at: latest(pages),
  };
}

async function readAlive(
  site: Site,
  kinds: readonly AnyKind[],
  health: readonly KindHealth[],
  since: Day,
): Promise<ReadonlyMap<string, Page>> {
  const present = kinds.flatMap((kind, index) => {
    const one = health[index];
    return one?.list === 'present' && !one.missingColumns.includes('fp_live')
      ? [{ kind, missing: one.missingColumns }]
      : [];
  });
  const answers = await readBatch(
    site.send,
    site.patience,
    present.map(({ kind, missing }) => askForWindow(site, kind, { since }, missing)),
  );
  const pages = new Map<string, Page>();
  const tooMany: typeof present = [];
  for (const [index, one] of present.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    if (succeeded(answer)) pages.set(one.kind.key, pageFrom(one.kind, answer, { since }));
    else if (isTooManyRows(answer)) tooMany.push(one);
    else throw failureOf(answer, one.kind.list);
  }
  if (tooMany.length === 0) return pages;
  // Half the predicate: what is open now, the rest of the window with the older pages.
  const open = await readBatch(
    site.send,
    site.patience,
    tooMany.map(({ kind, missing }) => askForOpen(site, kind, missing)),
  );
  for (const [index, { kind, missing }] of tooMany.entries()) {
    const answer = open[index];
    const first: Page =
      answer && succeeded(answer) ? pageFrom(kind, answer, {}) : { entries: [], malformed: [] };
    pages.set(kind.key, { ...first, next: scanToken(site, kind, { since }, missing) });
  }
  return pages;
}

function latest(pages: ReadonlyMap<string, Page>): Instant | undefined {
  let at: Instant | undefined;
  for (const page of pages.values())
    for (const entry of page.entries) if (at === undefined || entry.at > at) at = entry.at;
  return at;
}
