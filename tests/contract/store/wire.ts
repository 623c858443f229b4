/** A place on the local tenant whose requests are counted, changed, or made by the hundred. */

import type { AnyKind } from '../../../src/domain/record-kind.ts';
import type { Transport } from '../../../src/store/graph/transport.ts';
import type { LocalGround, LocalPlace } from './local-place.ts';
import { beat, visit } from './visit-kind.ts';

/** Set up, and what that asked forgotten. */
export async function openReady(ground: LocalGround, ...kinds: readonly AnyKind[]): Promise<LocalPlace> {
  const opened = await ground.open();
  await opened.owner.provision(kinds.length === 0 ? [visit, beat] : kinds);
  opened.sent.length = 0;
  return opened;
}

/** `POST items`, `GET items?fp_entry`, …: what was asked, without the rest. */
export function asked(opened: LocalPlace): readonly string[] {
  return opened.sent.map(({ method, url }) => {
    const path = decodeURIComponent(url);
    const end =
      /\/(\$batch|items|columns|delta|versions)(?=[?/]|$)(?!.*\/(items|columns|delta|versions)(?=[?/]|$))/.exec(
        path,
      );
    const by = /fields\/(fp_\w+)/.exec(path.split('$filter')[1] ?? '');
    return `${method} ${end?.[1] ?? 'site'}${by ? `?${by[1]}` : ''}`;
  });
}

/** A transport that changes the text of the answers to matching addresses. */
export function altering(
  transport: Transport,
  matching: RegExp,
  change: (body: string) => string,
): Transport {
  return async (url, init) => {
    const response = await transport(url, init);
    if (!matching.test(url) || !response.ok || init.method !== 'GET') return response;
    return new Response(change(await response.text()), {
      status: response.status,
      headers: response.headers,
    });
  };
}

export async function fill(
  opened: LocalPlace,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 20) {
    const requests = rows.slice(from, from + 20).map((fields, index) => ({
      id: String(index),
      method: 'POST',
      url: `/sites/${opened.site}:/lists/Test%20visits/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields },
    }));
    const answer = await opened.transport('https://graph.microsoft.com/v1.0/$batch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await answer.json()) as { responses: { status: number }[] };
    if (responses.some((one) => one.status !== 201)) throw new Error('a row was refused');
  }
}
