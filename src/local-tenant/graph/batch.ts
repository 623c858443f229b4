/** $batch: up to twenty requests, in the order of their dependencies, each with its own status and no transaction. */
import { badRequest, type GraphReply, type GraphRequest, objectBody } from './reply.ts';

interface Inner {
  id: string;
  request: GraphRequest;
  dependsOn: string[];
}

const mostRequests = 20;

function readInner(value: unknown): Inner {
  const body = objectBody(value);
  const { id, method, url } = body;
  if (typeof id !== 'string' || id === '' || typeof method !== 'string' || typeof url !== 'string') {
    throw badRequest("Every request of a batch needs an 'id', a 'method' and a 'url'.");
  }
  if (/^[a-z]+:/i.test(url) && !url.startsWith('/'))
    throw badRequest(`The url of request '${id}' must be relative.`);
  const headers = new Map(
    Object.entries((body.headers ?? {}) as Record<string, unknown>).map(([name, text]) => [
      name.toLowerCase(),
      String(text),
    ]),
  );
  if (body.body !== undefined && !headers.has('content-type')) {
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  const [path = '', ...query] = url.split('?');
  return {
    id,
    dependsOn: Array.isArray(body.dependsOn) ? body.dependsOn.map((each) => String(each).toLowerCase()) : [],
    request: {
      method: method.toUpperCase(),
      path: path.startsWith('/') ? path : `/${path}`,
      query: new URLSearchParams(query.join('?')),
      header: (name) => headers.get(name.toLowerCase()),
      body: body.body,
    },
  };
}

function readBatch(body: unknown): Inner[] {
  const { requests } = objectBody(body);
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest('The batch holds no requests.');
  if (requests.length > mostRequests) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostRequests}.`);
  }
  const inner = requests.map(readInner);
  const ids = new Set(inner.map((each) => each.id.toLowerCase()));
  if (ids.size !== inner.length) throw badRequest('Request Id has to be unique in a batch.');
  for (const each of inner) {
    if (each.dependsOn.some((id) => !ids.has(id)))
      throw badRequest(`Request '${each.id}' depends on an unknown request.`);
  }
  return inner;
}

/** Answers a batch with `answer` for each inner request; a failed dependency is a 424. */
export function answerBatch(
  body: unknown,
  answer: (request: GraphRequest, position: number) => GraphReply,
): GraphReply {
  const inner = readBatch(body);
  const done = new Map<string, GraphReply>();
  const responses: object[] = [];
  let waiting = inner;
  while (waiting.length > 0) {
    const ready = waiting.filter((each) => each.dependsOn.every((id) => done.has(id)));
    if (ready.length === 0) throw badRequest('The dependencies of the batch form a circle.');
    for (const each of ready) {
      const failed = each.dependsOn.some((id) => (done.get(id)?.status ?? 500) >= 400);
      const reply: GraphReply = failed
        ? {
            status: 424,
            body: { error: { code: 'failedDependency', message: 'A request this one depends on failed.' } },
          }
        : answer(each.request, inner.indexOf(each));
      done.set(each.id.toLowerCase(), reply);
      const type = reply.body === undefined ? {} : { 'Content-Type': 'application/json' };
      responses.push({
        id: each.id,
        status: reply.status,
        headers: { ...type, ...reply.headers },
        ...(reply.body === undefined ? {} : { body: reply.body }),
      });
    }
    waiting = waiting.filter((each) => !done.has(each.id.toLowerCase()));
  }
  return { status: 200, body: { responses } };
}
