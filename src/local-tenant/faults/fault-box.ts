/** The faults of the local tenant: rules matched by method, path, count and probability, repeatable by their seed. */

export type FaultKind =
  | 'throttled' // 429 with Retry-After, nothing done
  | 'unavailable' // 503 with Retry-After, nothing done
  | 'lostRequest' // nothing done; network error (or `status`)
  | 'lostAnswer' // done, then network error (or `status` 500 | 503 | 504)
  | 'partialBatch' // `inner` requests of a $batch answer `status` and are not done
  | 'resync' // delta: 410 with a resync code
  | 'truncatedDelta' // delta: 200 whose body breaks off; only on pages with a deletion unless `always`
  | 'duplicateDelta' // delta: the first row of the page comes twice
  | 'delayedVisibility' // delta and filters do not see writes of the last `ms`
  | 'shortPages' // pages hold at most `rows`
  | 'latency' // answers after `ms`
  | 'clockSkew' // stamps of writes are off by `ms`
  | 'forgedAuthor' // writes are stamped with `userId`
  | 'captivePortal' // 200 with an HTML page of somebody else
  | 'resourceModified' // 409 resourceModified on a PATCH, nothing done
  | 'missingUserId' // createdBy.user and lastModifiedBy.user without id
  | 'expiredToken' // 401 InvalidAuthenticationToken
  | 'removedPermission'; // 403 accessDenied

export interface FaultRule {
  kind: FaultKind;
  /** Regular expression on the method, e.g. 'POST|PATCH'; absent = any. */
  method?: string;
  /** Regular expression on the path after /graph/v1.0, with its query. */
  path?: string;
  /** How often it strikes at most; absent = until cleared. */
  count?: number;
  /** Matching requests that pass unharmed first. */
  after?: number;
  /** 0 to 1; absent = 1. */
  probability?: number;
  seed?: number;
  /** Seconds of Retry-After; default 1, null = none. */
  retryAfter?: number | null;
  status?: number;
  ms?: number;
  rows?: number;
  inner?: number;
  /** Code of the 410; default resyncChangesApplyDifferences. */
  code?: string;
  userId?: string;
  always?: boolean;
}

/** How the tenant answers where tenants are known to differ. */
export interface Behaviour {
  choice: 'strict' | 'lenient';
  unique: 'conflict' | 'badRequest' | 'serverError';
  threshold: 'unprocessable' | 'throttled';
  /** Rows a query may touch. */
  thresholdRows: number;
}

export interface ListedFault extends FaultRule {
  id: string;
  struck: number;
}

export interface Faults {
  /** Adds a rule and answers its id. */
  add(rule: FaultRule): string;
  list(): ListedFault[];
  /** Removes one rule, or all of them and every changed behaviour. */
  clear(id?: string): void;
  behave(change: Partial<Behaviour>): Behaviour;
}

export interface FaultBox extends Faults {
  behaviour(): Behaviour;
  /** The rules of `kinds` that strike this request now; each strike counts. */
  strike(kinds: FaultKind[], method: string, path: string): FaultRule[];
  /** Whether any rule of this kind is set, without striking. */
  armed(kind: FaultKind): boolean;
}

interface ActiveFault {
  id: string;
  rule: FaultRule;
  method: RegExp | undefined;
  path: RegExp | undefined;
  seen: number;
  struck: number;
  random: () => number;
}

const ordinary: Behaviour = {
  choice: 'strict',
  unique: 'conflict',
  threshold: 'unprocessable',
  thresholdRows: 5000,
};

/** Mulberry32: a small generator whose whole sequence follows from the seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An empty box. A rule with an expression that does not compile throws SyntaxError when added. */
export function faultBox(): FaultBox {
  let active: ActiveFault[] = [];
  let behaviour = { ...ordinary };
  let next = 1;
  return {
    add(rule) {
      const id = `fault-${next}`;
      active.push({
        id,
        rule,
        method: rule.method === undefined ? undefined : new RegExp(`^(?:${rule.method})$`, 'i'),
        path: rule.path === undefined ? undefined : new RegExp(rule.path),
        seen: 0,
        struck: 0,
        random: seededRandom(rule.seed ?? next),
      });
      next += 1;
      return id;
    },
    list() {
      return active.map(({ id, rule, struck }) => ({ ...rule, id, struck }));
    },
    clear(id) {
      active = id === undefined ? [] : active.filter((each) => each.id !== id);
      if (id === undefined) behaviour = { ...ordinary };
    },
    behave(change) {
      behaviour = { ...behaviour, ...change };
      return { ...behaviour };
    },
    behaviour() {
      return behaviour;
    },
    armed(kind) {
      return active.some((each) => each.rule.kind === kind);
    },
    strike(kinds, method, path) {
      const striking: FaultRule[] = [];
      for (const each of active) {
        const { rule } = each;
        if (!kinds.includes(rule.kind)) continue;
        if (each.method !== undefined && !each.method.test(method)) continue;
        if (each.path !== undefined && !each.path.test(path)) continue;
        if (rule.count !== undefined && each.struck >= rule.count) continue;
        each.seen += 1;
        if (each.seen <= (rule.after ?? 0)) continue;
        if (rule.probability !== undefined && each.random() >= rule.probability) continue;
        each.struck += 1;
        striking.push(rule);
      }
      return striking;
    },
  };
}
