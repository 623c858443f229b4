/** Opens the built app in Chromium inside Teams and notes what it loaded and asked for until Today was useful, nothing ahead of use. */

import { circlePath, ministryOf, siteAddress } from '../../src/demo/people.ts';
import { addDays } from '../../src/domain/ids.ts';
import type { Log } from '../../src/log/log.ts';
import { openGraphWorld } from '../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../support/log-world.ts';
import type { RecordedRequest } from '../support/loopback-hosts.ts';
import { openRig } from '../support/rig.ts';
import type { Call } from './calls.ts';

const circleSite = siteAddress(ministryOf('secretariat'), circlePath);

export interface FirstLoad {
  /** File names of the scripts, as the build names them. */
  readonly scripts: readonly string[];
  /** Milliseconds from the tab's own start until Today showed duties and hearings. */
  readonly usefulAt: number;
  /** Calls to Graph that were answered by then: Today waited for nothing else. */
  readonly graph: readonly GraphCall[];
}

/** When it began and was answered is what the browser says: the hosts here share one thread and answer in turn what was asked at once. */
export interface GraphCall extends Call {
  /** The browser asked first whether it may: a trip of its own, within the times of this call. */
  readonly preflight: boolean;
  /** Whether it fetches older entries, which Today does not wait for. */
  readonly older: boolean;
  /** Whether it opens a circle, which the mission's own work does not wait for. */
  readonly circle: boolean;
}

/** @param dist folder of the production build */
export async function measureFirstLoad(dist: string): Promise<FirstLoad> {
  const world = await openGraphWorld(['aldermark'], {
    origin: 'https://login.microsoftonline.com',
    realTime: true,
  });
  const log = (await world.open('tomas')).log;
  for (let person = 0; person < 12; person += 1) await addWork(log);
  const rig = await openRig({ tenant: world.tenant, dist, isMeasured: true });
  try {
    const opened = await rig.open('ines', { neverIdle: true });
    const frame = await opened.frame();
    const seen = await frame.waitForFunction(
      () => {
        const rows = document.querySelectorAll('[aria-busy="false"] h2').length;
        const hearings = document.querySelectorAll('section[aria-label] h3').length;
        if (rows === 0 || hearings === 0) return undefined;
        const now = performance.now();
        const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return {
          now,
          asked: entries.map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })),
        };
      },
      undefined,
      { polling: 'raf', timeout: 60_000 },
    );
    const found = await seen.jsonValue();
    if (!found) throw new Error('Today never became useful');
    await opened.close();
    const scripts = found.asked
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js'))
      .map((path) => path.slice(path.indexOf('assets/')));
    const graphHost = 'graph.microsoft.com';
    const reached = rig.requests.filter(({ host }) => host === graphHost);
    const answered = found.asked.filter(({ name }) => new URL(name).host === graphHost);
    return { scripts: [...new Set(scripts)], usefulAt: found.now, graph: callsAmong(reached, answered) };
  } finally {
    await rig.close();
    world.close();
  }
}

interface Asked {
  readonly name: string;
  readonly startTime: number;
  readonly responseEnd: number;
}

/** What reached Graph, with the times at which the browser asked and had its answer; in the order of both at each address. */
function callsAmong(reached: readonly RecordedRequest[], answered: readonly Asked[]): readonly GraphCall[] {
  const addresses = new Map<string, Asked[]>();
  for (const asked of [...answered].sort((a, b) => a.startTime - b.startTime)) {
    const { pathname, search } = new URL(asked.name);
    addresses.set(pathname + search, [...(addresses.get(pathname + search) ?? []), asked]);
  }
  return [...addresses].flatMap(([address, times]) => {
    const here = reached.filter(({ path }) => path === address).toSorted((a, b) => a.came - b.came);
    const calls = here.filter(({ method }) => method !== 'OPTIONS');
    const preflights = here.filter(({ method }) => method === 'OPTIONS');
    return times.map(({ startTime, responseEnd }, nth) => {
      const call = calls[nth];
      if (!call) throw new Error(`the browser had an answer that nobody gave: ${address}`);
      return {
        came: startTime,
        answered: responseEnd,
        preflight: preflights[nth] !== undefined,
        older: address.includes('fp_live%20lt'),
        circle: call.body?.includes(circleSite) === true,
      };
    });
  });
}

/** A defender who waits for an answer, with a hearing next week and consent on record. */
async function addWork(log: Log): Promise<void> {
  const today = log.today();
  const about = await addDefender(log, { riskLevel: 'high', riskReview: addDays(today, -1) });
  const promise = {
    id: 'p1',
    what: 'Say who attends',
    owner: log.me.person,
    due: addDays(today, 2),
  };
  await log.save(
    contactDraft(log, about, {
      values: { day: today, promises: [promise] },
      consent: [agreed(about, { reviewOn: addDays(today, 60) })],
    }),
  );
  const start = { day: addDays(today, 6), time: '10:00', zone: 'Asia/Tbilisi' };
  await log.save({
    kind: 'hearing',
    entry: log.newEntryId(),
    values: { about, court: 'Oskel District Court', start },
  });
}
