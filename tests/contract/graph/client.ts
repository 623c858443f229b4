/** Asking Graph in a test: one request, its whole answer at hand. */

const graphBase = 'https://graph.microsoft.com/v1.0';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, or an empty object where there is none. */
  body: Json;
}

export interface Json {
  [name: string]: unknown;
}

export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Asks Graph; `path` is after /v1.0, or an absolute link Graph gave. */
export function clientOf(fetch: (request: Request) => Promise<Response>, token: string | undefined): Client {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(
      new Request(path.startsWith('https:') ? path : `${graphBase}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    let parsed: Json = {};
    try {
      parsed = JSON.parse(text) as Json;
    } catch {
      parsed = {};
    }
    return { status: response.status, headers: response.headers, text, body: parsed };
  };
}

/** The request as the local tenant wants it: the same path below /graph on another origin. */
export async function moved(request: Request, origin: string): Promise<Request> {
  const url = new URL(request.url);
  const body = request.method === 'GET' || request.method === 'DELETE' ? undefined : await request.text();
  return new Request(`${origin}/graph${url.pathname}${url.search}`, {
    method: request.method,
    headers: request.headers,
    ...(body === undefined || body === '' ? {} : { body }),
  });
}
