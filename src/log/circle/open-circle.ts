/** Opens a circle as the screen sees it: keys and pins, what came in, what leaves, blind comparison, the registry. */

import { MATCH_SIZE } from '../../domain/circle/match-rules.ts';
import { hearingsAndLoad } from '../../domain/circle/shared-hearings.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import type { Day } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { type ShareRecord, share as shareKind } from '../../domain/system/share.ts';
import { todayAt } from '../clock.ts';
import type { CircleOpened, ConfiguredCircle } from './begin.ts';
import type { Circle, CircleEntry, CircleMission, CircleView, DirectoryPerson } from './circle.ts';
import { openCircleBook } from './circle-book.ts';
import { openCircleCodes } from './codes.ts';
import type { CircleOutcome } from './contract/sharing.ts';
import type { Undone } from './contract/undone.ts';
import type { CircleGround } from './core.ts';
import { openExchange } from './exchange.ts';
import { openMatchBook } from './match/match-book.ts';
import { openMatching } from './match/matching.ts';
import { openCircleLinks } from './received/links.ts';
import { openSeenHeads } from './received/seen-heads.ts';
import { openRegistry } from './registry.ts';
import { CannotSend } from './share/send.ts';
import { withDeletions } from './share/shares.ts';
import { noting } from './share/undone.ts';
import type { SharingCore } from './sharing-core.ts';
import { openTrust } from './trust/trust.ts';

export interface CircleParts extends Pick<CircleGround, 'own' | 'me' | 'newEntryId'> {
  readonly showIdentity: SharingCore['showIdentity'];
}

export interface OpenCircle extends Circle {
  /** Consent changed: what lost its consent is taken back, what waits is completed, our word is renewed. */
  uphold(): Promise<void>;
  close(): void;
}

/** So often a tab that is open looks whether our word must be renewed. */
const UPHOLD_EVERY_MS = 30 * 60_000;
/** And so soon again while something could not be done. */
const TRY_AGAIN_MS = 2 * 60_000;

export async function openCircle(
  configured: Pick<ConfiguredCircle, 'id' | 'book'>,
  opened: CircleOpened,
  parts: CircleParts,
): Promise<OpenCircle> {
  const { own, me, newEntryId } = parts;
  const listeners = new Set<() => void>();
  let view: CircleView | undefined;
  let heardBefore: (entries: readonly Entry[]) => void = () => undefined;
  let ready: (() => boolean) | undefined;
  let forget: () => void = () => undefined;

  let wasUnlocked = false;
  /** Whoever unlocks their key can finish what waits for a signature. */
  function changed(): void {
    view = undefined;
    forget();
    const isUnlocked = ready?.() ?? false;
    if (isUnlocked && !wasUnlocked) void uphold();
    wasUnlocked = isUnlocked;
    for (const listener of listeners) listener();
  }

  const circle = openCircleBook({
    id: configured.id,
    book: configured.book,
    opened,
    environment: own.environment,
    onChanged: (entries) => heardBefore(entries),
  });
  const ground: CircleGround = {
    id: configured.id,
    since: opened.since,
    own,
    circle,
    me,
    newEntryId,
    changed,
  };
  const trust = await openTrust(ground);
  const core: SharingCore = {
    ...ground,
    standing: trust.standing,
    believed: trust.believed,
    keyring: trust.keyring,
    acts: trust.acts,
    inDoubt: trust.inDoubt,
    act: trust.act,
    settled: trust.settled,
    showIdentity: parts.showIdentity,
  };
  const [codes, links, seen, matches] = await Promise.all([
    openCircleCodes(ground),
    openCircleLinks(ground),
    openSeenHeads(ground),
    openMatchBook(ground),
  ]);
  const missions = () => trust.view().missions;
  const exchange = openExchange(core, { codes, links, seen, missions, changed });
  const { inbox, envelopes } = exchange;
  forget = exchange.forget;
  const registry = openRegistry(ground, trust);
  const matching = openMatching(
    {
      ...{ id: configured.id, size: MATCH_SIZE, own, me, newEntryId },
      opened: () => inbox.entries(),
      send: (what) => exchange.sender.send({ ...what, coarse: 'circle', state: 'open' }),
      circleCode: (about, to) => codes.codeFor(about, to),
      takeBack: (row) => exchange.takeBack(row),
    },
    matches,
  );

  heardBefore = (entries) => {
    inbox.heard(entries);
    trust.heard(entries);
    // Beliefs first: a key whose end was told in the same breath opens nothing any more.
    if (entries.length > 0) void trust.idle().then(() => envelopes.work());
    changed();
  };

  /** What could not be read while our beliefs were older may open by now. */
  async function workedOut(): Promise<void> {
    await trust.settled();
    await envelopes.work();
    changed();
  }

  async function uphold(): Promise<void> {
    if (!own.may('act')) return;
    await exchange.uphold();
    const found: Undone[] = [];
    await noting(found, { what: 'comparing' }, () => matching.goOn());
    const before = undone;
    undone = [...exchange.undone(), ...found];
    if (before.length > 0 || undone.length > 0) changed();
  }
  let undone: readonly Undone[] = [];
  let stopUpholding: (() => void) | undefined;
  function upholdAgain(): void {
    stopUpholding = own.environment.after(undone.length > 0 ? TRY_AGAIN_MS : UPHOLD_EVERY_MS, () => {
      void uphold().finally(upholdAgain);
    });
  }

  async function publishDirectory(people: readonly DirectoryPerson[]): Promise<CircleOutcome> {
    const to = missions().flatMap(({ code, pin, connected, removed }) =>
      connected && !removed && pin !== 'own' && pin !== 'unpinned' && pin !== 'broken' && pin !== 'no-card'
        ? [code]
        : [],
    );
    const blocked = exchange.sendBlocks(to);
    if (blocked.length > 0) return { outcome: 'blocked', why: blocked };
    const entry = newEntryId();
    const body = { confirmedOn: own.today(), people: people.map((one) => ({ ...one })) };
    const cleared = clearNone({ kind: shareKind, entry, record: { state: 'revoked' }, by: own.by });
    try {
      await exchange.sender.send({
        entry,
        type: 'directory',
        coarse: 'circle',
        state: 'open',
        to,
        body,
        cleared,
        still: async () => undefined,
      });
    } catch (error) {
      if (error instanceof CannotSend) return { outcome: 'blocked', why: [error.why] };
      throw error;
    }
    return { outcome: 'done', entry };
  }

  /** What they deleted is seen with their word, and noted in our book when somebody next looks after it. */
  function sharesWithDeletions(): readonly Entry<ShareRecord>[] {
    const { deleted } = exchange.inbox.said();
    return exchange.shares.all().map((share) => withDeletions(share, deleted.get(share.record.row)));
  }

  function viewed(): CircleView {
    const entries = inbox.entries();
    const progress = envelopes.progress();
    const trouble = circle.trouble();
    const asOf = circle.sync().lastAt;
    const now = circle.clock.now();
    const facts = {
      missions: missions().filter(({ removed }) => !removed),
      now,
      today: todayAt(me().mission.zone, now),
    };
    return {
      state: 'ready',
      ...(trouble ? { trouble } : {}),
      ...(trouble && asOf ? { asOf } : {}),
      ...trust.view(),
      missions: withDirectories(missions(), entries),
      entries,
      ...(progress ? { opening: progress } : {}),
      ...hearingsAndLoad(entries, facts),
      shares: sharesWithDeletions() as unknown as readonly Entry[],
      undone: [...undone, ...exchange.emptied()],
    };
  }

  ready = () => trust.keyring().personSigner !== undefined;
  circle.start();
  void workedOut()
    .then(uphold)
    .catch((cause: unknown) => {
      undone = [{ what: 'index', cause }];
      changed();
    })
    .finally(upholdAgain);

  return {
    id: configured.id,
    name: nameOf(configured.id),
    view() {
      view ??= viewed();
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keys: trust.keys,
    pins: trust.pins,
    sharing: exchange.sharing,
    matching,
    registry: { ...registry, publishDirectory },
    markSeen: inbox.markSeen,
    async refresh() {
      await circle.beat();
      await Promise.all([trust.refresh(), matches.read()]);
      await workedOut();
      await uphold();
    },
    uphold,
    close() {
      stopUpholding?.();
      circle.stop();
      exchange.close();
      trust.keys.lock();
    },
  };
}

function nameOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}

/** Who works where, as each mission told last. */
function withDirectories(
  missions: readonly CircleMission[],
  entries: readonly CircleEntry[],
): readonly CircleMission[] {
  return missions.map((mission) => {
    const told = entries.find(({ from, content }) => from === mission.code && content?.type === 'directory');
    const body = told?.content?.body as
      | { readonly confirmedOn: Day; readonly people: readonly DirectoryPerson[] }
      | undefined;
    return body ? { ...mission, people: body.people, confirmedOn: body.confirmedOn } : mission;
  });
}
