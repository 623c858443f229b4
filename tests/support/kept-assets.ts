/** Files whose names change with their words are read once and then answered from memory, as a browser's own cache would. */
import type { Site } from './loopback-hosts.ts';

interface Kept {
  readonly body: ArrayBuffer;
  readonly headers: readonly (readonly [string, string])[];
}

/** The same site; every person of a test opens the same sixty files in a browser of their own. */
export function keepingAssets(site: Site): Site {
  const kept = new Map<string, Kept>();
  return async (request) => {
    const known = kept.get(request.url);
    if (known && request.method === 'GET') return answerWith(known);
    const response = await site(request);
    const isLasting = response.headers.get('Cache-Control')?.includes('immutable');
    if (!isLasting || request.method !== 'GET' || response.status !== 200) return response;
    const read = { body: await response.arrayBuffer(), headers: [...response.headers] as [string, string][] };
    kept.set(request.url, read);
    return answerWith(read);
  };
}

function answerWith({ body, headers }: Kept): Response {
  return new Response(body, { headers: headers.map(([name, value]) => [name, value]) });
}
