/** The last requests, for support: method, path without content, status and Graph's own request id. */

import type { TrailLine } from '../book.ts';
import type { Send } from './answer.ts';

export interface Trail {
  lines(): readonly TrailLine[];
  note(line: TrailLine): void;
}

export function keepTrail(most = 100): Trail {
  let kept: TrailLine[] = [];
  return {
    lines: () => [...kept],
    note(line) {
      kept = [...kept.slice(1 - most), line];
    },
  };
}

/** Notes every request that passes. */
export function noting(send: Send, trail: Trail, now: () => number): Send {
  return async (ask) => {
    const answer = await send(ask);
    trail.note({
      at: now(),
      method: ask.method,
      path: plainPath(ask.url),
      status: answer.status,
      ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    });
    return answer;
  };
}

/** A path without site, ids, options or literals: `lists/Contacts/items/{id}`. */
export function plainPath(url: string): string {
  const path = (url.split('?')[0] ?? '').replace(/^https:\/\/[^/]+\/v1\.0/, '');
  return path
    .replace(/^\/sites\/[^/]*:\/.*?:(?=\/|$)/, '')
    .replace(/^\/sites\/[^/]*/, 'site')
    .replace(/^\//, '')
    .replace(/\/(items|columns)\/(?!delta)[^/]+/g, '/$1/{id}')
    .replace(/\(.*\)/, '()')
    .split('/')
    .map(readable)
    .join('/');
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
