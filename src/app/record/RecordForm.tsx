/** One form for every kind: the few fields that are needed, then named sections; what is wrong, who will see it, what saving does. */

import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { isCode } from '../../domain/codes.ts';
import type { EntryId } from '../../domain/ids.ts';
import { type AnyRecord, codesOf, type Entry } from '../../domain/record-kind.ts';
import { CarriedConsent } from '../consent/CarriedConsent.tsx';
import { ConsentLine } from '../consent/ConsentLine.tsx';
import { SurroundingContext } from '../fields/control.ts';
import { anchorOf } from '../fields/FieldBox.tsx';
import { useLog } from '../log-context.tsx';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import type { FormRequest } from '../shell/form-door.tsx';
import { useText } from '../words.tsx';
import { CautionList } from './CautionList.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormFields, FormSections } from './FormFields.tsx';
import { FormFooter } from './FormFooter.tsx';
import { FormSafeContact } from './FormSafeContact.tsx';
import { FormStanding } from './FormStanding.tsx';
import { sectionsOf } from './form-state.ts';
import type { Opening } from './opening.ts';
import { SavedPanel } from './SavedPanel.tsx';
import { settlingsOf } from './settlings.ts';
import { useUnfolded } from './use-unfolded.ts';
import { useRecordForm } from './useRecordForm.ts';
import { useSubmitKey } from './useSubmitKey.ts';
import { WaitingDraft } from './WaitingDraft.tsx';

/** What closing must ask of a form first. */
export interface LeaveGuard {
  readonly changed: boolean;
  keep(): Promise<boolean>;
  discard(): Promise<void>;
}

export interface RecordFormProps {
  readonly opening: Opening;
  readonly guard: RefObject<LeaveGuard | undefined> | undefined;
  startNew(kind: string, values: AnyRecord): Promise<EntryId | undefined>;
  /** Another form on top of this one, which stays as it is. */
  openOnTop(request: FormRequest): void;
  onSaved(entry: Entry): void;
  /** The form is finished with; `entry` when something was saved. */
  onDone(entry?: EntryId): void;
  onGiveUp(): void;
  /** Another form takes this one's place: the next step, a draft taken up again. */
  onReplace(next: Opening): void;
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', width: '100%', height: '100%', minHeight: 0 },
  body: { flexGrow: 1, minHeight: 0 },
  stack: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
  },
  footer: {
    display: 'block',
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
});

export function RecordForm(props: RecordFormProps): ReactNode {
  const { opening, guard, startNew, openOnTop, onSaved, onDone, onGiveUp, onReplace } = props;
  const { kind } = opening;
  const text = useText();
  const styles = useStyles();
  const form = useRecordForm(kind, opening.draft, opening.keptAt);
  const { state, problems } = form;
  const { draft, standing } = state;
  const { values } = draft;
  const summary = useRef<HTMLDivElement>(null);
  const latestStanding = useRef(standing.is);
  latestStanding.current = standing.is;
  const tick = useRef<HTMLDivElement>(null);
  const [attempts, setAttempts] = useState(0);

  const tickMissing = useRef(false);
  tickMissing.current = form.ticked === false && Object.keys(problems).length === 0;
  // A dialog takes the focus itself; taking it back would hide the dialog from screen readers.
  const inDialog = standing.is === 'merge';
  useEffect(() => {
    if (attempts === 0 || inDialog) return;
    if (tickMissing.current) tick.current?.querySelector('input')?.focus();
    else summary.current?.focus();
  }, [attempts, inDialog]);

  const toSection = useRef(goToSection);
  toSection.current = goToSection;
  useEffect(() => {
    if (opening.section) toSection.current(opening.section);
  }, [opening.section]);

  if (guard) guard.current = { changed: form.changed, keep: form.keep, discard: form.discard };

  const people = codesOf(values).filter(isCode);
  const hidden: readonly string[] = kind.hides?.(values) ?? [];
  const sections = sectionsOf(kind)
    .map(([name, keys]) => [name, keys.filter((key) => !hidden.includes(key))] as const)
    .filter(([, keys]) => keys.length > 0);
  const [opened, setOpened] = useUnfolded(kind, form, sections, opening.section);
  const surrounding = useMemo(
    () => ({ kind: kind.key, entry: draft.entry, values, startNew }),
    [kind.key, draft.entry, values, startNew],
  );

  const isNested = opening.whenDone !== undefined;
  const savedOutcome = useMemo(() => {
    if (standing.is !== 'saved') return undefined;
    // The form below is what comes next.
    return isNested ? { ...standing.outcome, next: [] } : standing.outcome;
  }, [standing, isNested]);
  const log = useLog();
  // As it was when it was saved: said there, it is still told that it is.
  const settles = useMemo(
    () => !isNested && savedOutcome !== undefined && settlingsOf(savedOutcome.entry, log).length > 0,
    [savedOutcome, isNested, log],
  );
  const told = useRef(onSaved);
  const done = useRef(onDone);
  told.current = onSaved;
  done.current = onDone;
  useEffect(() => {
    if (!savedOutcome) return;
    const { entry, next, left, recalled } = savedOutcome;
    told.current(entry);
    if (next.length === 0 && left.length === 0 && recalled.length === 0 && !settles)
      done.current(entry.entry);
  }, [savedOutcome, settles]);

  async function submit(): Promise<void> {
    await form.submit();
    setAttempts((count) => count + 1);
  }
  const whole = useSubmitKey(() => void submit());
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void submit();
  }
  function goToSection(name: string): void {
    const [first] = kind.sections[name] ?? [];
    if (first) goTo(first);
  }
  function goTo(key: string): void {
    const section = sections.find(([, keys]) => keys.includes(key))?.[0];
    if (section && section !== 'main') setOpened((open) => [...new Set([...open, section])]);
    requestAnimationFrame(() => {
      const box = document.getElementById(anchorOf(draft.entry, key));
      box?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
      box?.scrollIntoView({ block: 'center' });
    });
  }
  if (savedOutcome)
    return (
      <SavedPanel
        outcome={savedOutcome}
        settles={settles}
        onDone={() => onDone(savedOutcome.entry.entry)}
        onNext={onReplace}
      />
    );
  const [main, ...others] = sections;
  return (
    <SurroundingContext value={surrounding}>
      <form ref={whole} className={styles.form} onSubmit={onSubmit} noValidate autoComplete="off" data-kept>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                aria-label={text('forms.close')}
                icon={<Dismiss24Regular />}
                onClick={onGiveUp}
              />
            }
          >
            {text(draft.base ? 'forms.changeTitle' : `kinds.${kind.key}.log`, {
              kind: text(`kinds.${kind.key}.one`),
            })}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody className={styles.body}>
          {/* What is typed lives above it: a part that cannot be drawn takes nothing along. */}
          <ErrorBoundary>
            <div className={styles.stack}>
              <div ref={summary} tabIndex={-1}>
                {state.submitted && <ErrorSummary kind={kind} problems={problems} onGo={goTo} />}
                <FormStanding form={form} kind={kind} onClose={onGiveUp} />
              </div>
              <WaitingDraft draft={draft} untouched={!form.changed} onTakeUp={onReplace} />
              {kind.cautions &&
                people.map((code) => (
                  <FormSafeContact key={code} code={code} named={people.length > 1} onOpen={openOnTop} />
                ))}
              {main && <FormFields form={form} kind={kind} keys={main[1]} />}
              {kind.carriesConsent && (
                <CarriedConsent
                  codes={people}
                  draft={draft}
                  showProblems={state.submitted}
                  onAttach={form.attach}
                />
              )}
              <FormSections form={form} kind={kind} sections={others} opened={opened} onToggle={setOpened} />
            </div>
          </ErrorBoundary>
        </DrawerBody>
        <DrawerFooter className={styles.footer}>
          {form.need?.kind === 'consent' && standing.is !== 'refused' && <ConsentLine need={form.need} />}
          <CautionList
            kind={kind.key}
            cautions={form.cautions}
            ticked={form.ticked}
            missing={state.submitted && form.ticked === false}
            tick={tick}
            onTick={form.see}
            onGo={goTo}
          />
          <FormFooter form={form} onGiveUp={onGiveUp} />
        </DrawerFooter>
      </form>
      {form.names}
    </SurroundingContext>
  );
}
