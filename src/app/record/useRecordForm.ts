/** Behaviour of a form: validates in place, keeps the draft in the mission's book, saves with one entry id through every retry. */

import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Need } from '../../domain/consent/need.ts';
import { type Instant, isEntryId } from '../../domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord, type Problems } from '../../domain/record-kind.ts';
import type { Draft, MergePlan } from '../../log/writing/saving.ts';
import { problemsOf, tidy } from '../consent/consent-input.ts';
import { useLog, useView } from '../log-context.tsx';
import { freshTexts } from '../names/free-texts.ts';
import { textsOfConsent } from '../names/spoken-texts.ts';
import { useNameCheck } from '../names/use-name-check.tsx';
import { useText } from '../words.tsx';
import { aroundOf } from './around.ts';
import { cautionKey, cautionsIn, type FormCaution, tickFor } from './cautions.ts';
import {
  type FormState,
  isChanged,
  isUnkept,
  keptAlready,
  openForm,
  pauseBeforeKeeping,
  shownProblems,
  stepForm,
} from './form-state.ts';
import { pressSave, saveChosen } from './save-steps.ts';
import { useLastChance } from './use-last-chance.ts';

export interface RecordFormHandle {
  readonly state: FormState;
  readonly problems: Problems;
  /** Wrong as it was stored: told beside its field, and no reason not to save. */
  readonly stood: Problems;
  readonly need: Need | undefined;
  /** What could harm them although the entry is sound. */
  readonly cautions: readonly FormCaution[];
  /** Whether the person said that they saw them; undefined while nothing is asked. */
  readonly ticked: boolean | undefined;
  /** The question about names in the texts while it stands; it must not stand within the form. */
  readonly names: ReactNode;
  readonly changed: boolean;
  set(key: string, raw: unknown): void;
  attach(parts: Pick<Draft, 'consent' | 'closes'>): void;
  leave(key: string): void;
  /** Says that the cautions of this moment were seen, or takes that back. */
  see(seen: boolean): void;
  /** Resolves when the outcome is known; never rejects. `because` answers "why without consent". */
  submit(): Promise<void>;
  saveMerged(plan: MergePlan, chosen: AnyRecord): Promise<void>;
  /** Back to the form, content kept. */
  resume(): void;
  /** Puts the draft into the book now; false when that failed. */
  keep(): Promise<boolean>;
  discard(): Promise<void>;
}

export function useRecordForm(kind: AnyKind, start: Draft, keptAt?: Instant): RecordFormHandle {
  const log = useLog();
  const text = useText();
  const names = useNameCheck();
  const [state, step] = useReducer(stepForm, start, (draft) => openForm(draft, keptAt));
  const latest = useRef(state);
  latest.current = state;

  const stored = state.draft.base?.record;
  const { found, stood } = useMemo((): { readonly found: Problems; readonly stood: Problems } => {
    const checked = checkRecord(kind, state.draft.values, log.today(), aroundOf(log, stored));
    return checked.ok ? { found: {}, stood: checked.stood ?? {} } : { found: checked.problems, stood: {} };
  }, [kind, state.draft.values, stored, log]);
  const problems = useMemo(() => shownProblems(state, found), [state, found]);
  const sound =
    Object.keys(found).length === 0 &&
    (state.draft.consent ?? []).every((input) => problemsOf(input).length === 0);
  const need = useMemo(() => (sound ? log.need(state.draft) : undefined), [sound, log, state.draft]);

  const view = useView();
  const { values, base } = state.draft;
  const cautions = useMemo(() => cautionsIn(kind, values, view), [kind, values, view]);
  const ticked = useMemo(
    () => tickFor(cautions, base ? cautionsIn(kind, base.record, view) : [], state.seen),
    [kind, base, view, cautions, state.seen],
  );

  const keep = useCallback(async (): Promise<boolean> => {
    const { draft } = latest.current;
    const answer = keptAlready(latest.current);
    if (answer !== undefined) return answer;
    try {
      const at = await log.keepDraft(draft);
      step({ do: 'kept', draft, at });
      return true;
    } catch {
      step({ do: 'not-kept' });
      return false;
    }
  }, [log]);

  const { draft } = state;
  useEffect(() => {
    if (draft === latest.current.opened) return;
    const timer = setTimeout(() => void keep(), pauseBeforeKeeping(latest.current));
    return () => clearTimeout(timer);
  }, [draft, keep]);

  useLastChance(keep, isUnkept(state));

  const check = useRef(names.mayGoOn);
  check.current = names.mayGoOn;
  const mayStand = useCallback(
    async ({ values, base, consent = [] }: Draft): Promise<boolean> => {
      const texts = freshTexts(kind, values, base?.record).map(({ field, text: written }) => ({
        where: text(`fields.${kind.key}.${field}.label`),
        text: written,
      }));
      const spoken = consent.flatMap((input) => textsOfConsent(tidy(input), text));
      return check.current([...texts, ...spoken], kind.namesNobody?.(values));
    },
    [kind, text],
  );

  const submit = useCallback(
    () =>
      pressSave(
        {
          ready: sound && ticked !== false,
          mayStand: () => mayStand(latest.current.draft),
          save: () => log.save(tidied(latest.current.draft)),
        },
        step,
      ),
    [sound, ticked, mayStand, log],
  );

  return {
    state,
    problems,
    stood,
    need,
    cautions,
    ticked,
    names: names.asking,
    changed: isChanged(state),
    set: (key, raw) => {
      step({ do: 'set', key, raw });
      const picked = isEntryId(raw) ? log.view().byEntry.get(raw) : undefined;
      if (picked && kind.takesOver) step({ do: 'take', values: kind.takesOver(key, picked.record) });
      const values = { ...latest.current.draft.values, [key]: raw };
      if (kind.fillsIn) step({ do: 'take', values: kind.fillsIn(key, values, log.me.mission.days) });
      const edit = stored && { draft: values, before: stored, today: log.today(), newRow: log.newEntryId };
      const besides = (edit && kind.asksBesides?.(key, edit)) ?? {};
      for (const [field, value] of Object.entries(besides)) step({ do: 'set', key: field, raw: value });
    },
    attach: (parts) => step({ do: 'attach', with: parts }),
    leave: (key) => step({ do: 'leave', key }),
    see: (seen) => step({ do: 'see', cautions: seen ? cautions.map(cautionKey) : [] }),
    submit,
    saveMerged: (plan, chosen) => saveChosen(() => log.saveMerged(latest.current.draft, plan, chosen), step),
    resume: () => step({ do: 'resume' }),
    keep,
    discard: () => log.discardDraft(latest.current.draft),
  };
}

function tidied(draft: Draft): Draft {
  return draft.consent ? { ...draft, consent: draft.consent.map(tidy) } : draft;
}
