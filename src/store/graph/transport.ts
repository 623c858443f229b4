/** The last step before the network: adds the token, names the place where bytes really go, and keeps nothing. */

import { StoreError } from '../store-error.ts';

/** Sends one request. `url` is always one of Microsoft Graph's. Rejects with TypeError when the network fails or stays silent. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

export const graphOrigin = 'https://graph.microsoft.com';
export const graphBase = `${graphOrigin}/v1.0`;

/**
 * A transport over `fetch`. `token` answers an access token for Microsoft Graph; what it throws becomes StoreError
 * `signed-out`, a TypeError excepted (the network). `rewrite` replaces `https://graph.microsoft.com` at the start of
 * every address, e.g. `http://localhost:5300/graph`.
 */
export function graphFetch(options: {
  token(): Promise<string>;
  readonly rewrite?: string;
  readonly fetch?: typeof fetch;
  /** ms without a byte. Over a connection that is gone nobody answers, and the browser waits for minutes. Default: as long as it takes. */
  readonly silence?: number;
}): Transport {
  const send = options.fetch ?? ((url: string | URL | Request, init?: RequestInit) => fetch(url, init));
  return async (url, init) => {
    // A link out of an answer must never carry the token anywhere else.
    if (!url.startsWith(`${graphBase}/`)) throw new StoreError('unexpected-shape', { where: 'link' });
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await tokenOf(options.token)}`);
    const address =
      options.rewrite === undefined ? url : `${options.rewrite}${url.slice(graphOrigin.length)}`;
    // Answers to writes and batches are kept nowhere as it is, and asking for that would cost a preflight each time.
    const cache = init.method === 'GET' ? ({ cache: 'no-store' } as const) : {};
    const asked = { ...init, headers, ...cache };
    if (options.silence === undefined) return send(address, asked);
    return heardWithin(options.silence, (signal) => send(address, { ...asked, signal }));
  };
}

/** Every byte starts the time anew: a long answer over a slow line is no silence. */
async function heardWithin(ms: number, ask: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const ending = new AbortController();
  const end = () => ending.abort(new TypeError('no answer came'));
  let timer = setTimeout(end, ms);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(end, ms);
  };
  try {
    const response = await ask(ending.signal);
    if (response.body === null) return response;
    const bytes: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (;;) {
      heard();
      const { done, value } = await reader.read();
      if (done) break;
      bytes.push(value);
    }
    return new Response(new Blob(bytes), { status: response.status, headers: response.headers });
  } finally {
    clearTimeout(timer);
  }
}

async function tokenOf(token: () => Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof StoreError) throw cause;
    throw new StoreError('signed-out', { cause });
  }
}
