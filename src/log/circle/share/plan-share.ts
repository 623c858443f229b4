/** A share as somebody plans it: what it asks the gate for, what stands in its way, what others would read. */

import { audienceText } from '../../../domain/circle/circle-fields.ts';
import { coarseOf, offeredParts, shareScope } from '../../../domain/circle/crossing.ts';
import { weekOf } from '../../../domain/circle/week.ts';
import type { Verdict } from '../../../domain/consent/decision.ts';
import { dataCategories } from '../../../domain/consent/need.ts';
import { type Code, dayOf, type EntryId, type MissionCode } from '../../../domain/ids.ts';
import { codesKeptInside, staysInside } from '../../../domain/no-export.ts';
import { type AnyKind, aboutOf, codesOf, type Entry, type Problems } from '../../../domain/record-kind.ts';
import { kindOf } from '../../../domain/registry.ts';
import { type ShareRecord, share as shareKind } from '../../../domain/system/share.ts';
import { recipientsFrom } from '../../../sealing/standing.ts';
import type { CircleCodes } from '../codes.ts';
import type { ShareBlock, ShareLook, SharePlan, SharePreview } from '../contract/sharing.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Contents, Looked } from './share-contents.ts';

export interface Planning {
  preview(plan: SharePlan): SharePreview;
  /** Whatever stands in the way but consent, which the gate decides on. */
  blocks(plan: SharePlan): readonly ShareBlock[];
  /** What keeps anything from being sent to these missions. */
  sendBlocks(to: readonly MissionCode[]): readonly ShareBlock[];
  record(plan: SharePlan, row: EntryId, code: Code | undefined): ShareRecord;
  look(
    plan: SharePlan,
    before: ShareLook | undefined,
  ): Promise<Looked | { readonly problems: Problems } | undefined>;
}

export function openPlanning(
  core: SharingCore,
  parts: {
    readonly codes: CircleCodes;
    readonly contents: Contents;
    pinOf(mission: MissionCode): SharePreview['recipients'][number]['pin'];
  },
): Planning {
  const { own, circle } = core;
  const { codes, contents } = parts;
  const me = () => core.me().mission.code;
  const others = (to: readonly MissionCode[]) => [...new Set(to)].filter((one) => one !== me()).sort();

  function sourceOf(plan: SharePlan): { readonly entry: Entry; readonly kind: AnyKind } {
    const entry = own.replica.find(plan.source);
    if (!entry) throw new TypeError('no such entry here');
    return { entry, kind: kindOf(entry.kind) };
  }

  function record(plan: SharePlan, row: EntryId, code: Code | undefined): ShareRecord {
    const { entry, kind } = sourceOf(plan);
    const about = aboutOf(entry.record);
    const named = codesOf(entry.record).filter((one) => one !== about);
    const offered = offeredParts(kind, entry.record);
    const parts = offered.filter((part) => plan.parts.includes(part));
    const { categories: told, ...scope } = shareScope(kind, entry.record, plan.identity, parts);
    const categories = dataCategories.filter((one) => told.includes(one) || plan.categories.includes(one));
    return {
      type: 'shared-entry',
      source: plan.source,
      ofKind: kind.key,
      parts,
      ...scope,
      identity: plan.identity,
      to: others(plan.to),
      until: plan.until,
      circle: core.id,
      row,
      rev: 1,
      state: 'shared',
      ...(about ? { about } : {}),
      ...(named.length > 0 ? { named } : {}),
      ...(categories.length > 0 ? { categories } : {}),
      ...(code ? { code } : {}),
    };
  }

  function sendBlocks(to: readonly MissionCode[]): readonly ShareBlock[] {
    const { missionSigner, personSigner } = core.keyring();
    const found = recipientsFrom(core.standing(), others(to));
    const own_ = found.ok || found.missing.every(({ mission }) => mission !== me());
    const isPinned = found.ok || found.missing.every(({ mission }) => mission === me());
    return [
      ...(core.own.may('act') ? [] : (['role'] as const)),
      ...(missionSigner && own_ ? [] : (['no-keys'] as const)),
      ...(personSigner ? [] : (['locked'] as const)),
      ...(others(to).length > 0 ? [] : (['no-recipients'] as const)),
      ...(isPinned ? [] : (['recipient-not-verified'] as const)),
    ];
  }

  function blocks(plan: SharePlan): readonly ShareBlock[] {
    const { entry, kind } = sourceOf(plan);
    const { parts: chosen } = record(plan, plan.share, undefined);
    const isKept = staysInside(entry.record, codesKeptInside(own.replica.entries()));
    return [
      ...(isKept ? (['own-mission-only'] as const) : []),
      ...(kind.sharing && (chosen ?? []).length > 0 ? [] : (['nothing-to-share'] as const)),
      ...(plan.until >= dayOf(circle.clock.now()) ? [] : (['no-end'] as const)),
      ...sendBlocks(plan.to),
    ];
  }

  /** As the gate would let it through now. */
  function foreseen(plan: SharePlan): { readonly planned: ShareRecord; readonly verdict: Verdict } {
    const about = aboutOf(sourceOf(plan).entry.record);
    const code = about && codes.proposed(about, others(plan.to));
    const planned = record(plan, plan.share, code);
    const seen = own.gate.foresee({ kind: shareKind, entry: plan.share, record: planned, by: own.by });
    return { planned: seen.record as unknown as ShareRecord, verdict: seen.verdict };
  }

  return {
    record,
    blocks,
    sendBlocks,
    async look(plan, before) {
      const { planned, verdict } = foreseen(plan);
      return verdict.allowed
        ? contents.look(planned, contents.isLooked(before) ? before : undefined)
        : undefined;
    },
    preview(plan) {
      const { entry, kind } = sourceOf(plan);
      const to = others(plan.to);
      const { planned, verdict } = foreseen(plan);
      return {
        index: {
          coarse: coarseOf(kind) ?? 'case',
          code: planned.code ?? '',
          from: me(),
          week: weekOf(contents.dayOf(planned) ?? dayOf(circle.clock.now())),
          state: contents.stateOf(planned),
          audience: audienceText([me(), ...to]),
        },
        told: shareScope(kind, entry.record, plan.identity, planned.parts ?? []).categories,
        recipients: to.map((mission) => ({ mission, pin: parts.pinOf(mission) })),
        verdict,
        blocked: [...(verdict.allowed ? [] : (['refused'] as const)), ...blocks(plan)],
      };
    },
  };
}
