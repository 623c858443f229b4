/** One open list, line by line: a label per language, the region of a place, the order, and what is no longer offered. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { answersOf } from '../../domain/answers.ts';
import { isPlaceList } from '../../domain/regions.ts';
import { mayChangePeople } from '../../domain/roles.ts';
import { fixedLists, type ListedCode, type ListName } from '../../domain/system/code-list.ts';
import { listedCodes } from '../fields/code-lists.ts';
import { useSavedWords } from '../lock/use-saved-words.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import { CodeRow } from './CodeRow.tsx';
import {
  type CodeLine,
  goingOn,
  moved,
  placed,
  relabelled,
  retired,
  toStore,
  unnamed,
  withNew,
  without,
} from './code-edits.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  said: { display: 'grid', outlineStyle: 'none' },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

type Said =
  | { readonly what: 'saved' | 'conflict' | 'unnamed' }
  | { readonly what: 'failed'; readonly cause: unknown };

interface Edit {
  readonly base: readonly ListedCode[];
  readonly lines: readonly CodeLine[];
}

/** Sets of answers have fixed lines, which a mission may call otherwise or hide; every other list is the mission's own. */
export function CodeListEditor(props: { readonly name: ListName }): ReactNode {
  const { name } = props;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useSavedWords<HTMLDivElement>();
  const look = useLook();
  const styles = useStyles();
  const [edit, setEdit] = useState<Edit>();
  const newest = useRef<Edit>(undefined);
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState<Said>();
  const [added, setAdded] = useState<string>();
  const status = useRef<HTMLDivElement>(null);
  const isFixed = fixedLists.some((each) => each === name);
  const mayEdit = mayChangePeople(log.me);
  const stored = listedCodes(view, name);
  const lines: readonly CodeLine[] = edit?.lines ?? (isFixed ? withAnswers(name, stored) : stored);
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);

  function put(next: Edit | undefined): void {
    newest.current = next;
    setEdit(next);
  }
  function change(next: readonly CodeLine[]): void {
    setSaid(undefined);
    put({ base: edit?.base ?? stored, lines: next });
  }
  async function save(): Promise<void> {
    if (!edit) return;
    if (!isFixed && unnamed(edit.lines).length > 0) {
      setSaid({ what: 'unnamed' });
      return;
    }
    const wordsSaved = words.saving();
    setSaving(true);
    const codes = toStore(edit.lines).filter(
      (code) =>
        !isFixed ||
        code.retired ||
        Object.keys(code.labels).length > 0 ||
        edit.base.some(({ key }) => key === code.key),
    );
    try {
      const what = await log.saveCodeList({ name, base: edit.base, codes });
      const { current: now } = newest;
      // Whoever writes on meanwhile keeps their words, and is not taken away from them.
      const goesOn = what === 'saved' && now !== undefined && now !== edit;
      if (what === 'saved') {
        wordsSaved();
        put(goesOn ? { base: codes, lines: goingOn(now.lines, edit.lines) } : undefined);
      }
      if (!goesOn) setSaid({ what });
    } catch (cause) {
      setSaid({ what: 'failed', cause });
    }
    setSaving(false);
  }
  return (
    <div ref={words.within} className={styles.part}>
      {lines.length === 0 ? <p className={look.quiet}>{text('settings.lists.empty')}</p> : null}
      {lines.length > 0 ? (
        <ol className={mergeClasses(look.list, look.card)} aria-label={text(`settings.lists.names.${name}`)}>
          {lines.map((line, index) => (
            <CodeRow
              key={line.row ?? line.key}
              line={line}
              number={index + 1}
              standard={isFixed ? text(`choices.${name}.${line.key}`) : undefined}
              mayEdit={mayEdit}
              focused={(line.row ?? line.key) === added}
              onLabel={(language, label) => change(relabelled(lines, line.key, language, label))}
              onRegion={isPlaceList(name) ? (region) => change(placed(lines, line.key, region)) : undefined}
              onRetire={(isRetired) => change(retired(lines, line.key, isRetired))}
              onMove={isFixed ? undefined : (by) => change(moved(lines, line.key, by))}
              onRemove={line.fresh ? () => change(without(lines, line.key)) : undefined}
              isFirst={index === 0}
              isLast={index === lines.length - 1}
            />
          ))}
        </ol>
      ) : null}
      {mayEdit ? (
        <div className={look.row}>
          {isFixed ? null : (
            <Button
              className={styles.touch}
              icon={<Add20Regular aria-hidden="true" />}
              onClick={() => {
                const id = log.newEntryId();
                setAdded(id);
                change(withNew(lines, id));
              }}
            >
              {text('settings.lists.add')}
            </Button>
          )}
          <Button
            appearance="primary"
            className={styles.touch}
            disabledFocusable={!edit || isSaving}
            onClick={() => void save()}
          >
            {text(isSaving ? 'settings.lists.saving' : 'settings.lists.save')}
          </Button>
          {edit ? (
            <Button
              appearance="subtle"
              className={styles.touch}
              onClick={() => {
                put(undefined);
                setSaid(undefined);
              }}
            >
              {text('settings.lists.undo')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div ref={status} tabIndex={-1} className={styles.said} role="status">
        {said?.what === 'failed' ? (
          <FailureNotice cause={said.cause} onRetry={() => void save()} />
        ) : said?.what === 'saved' ? (
          <Notice tone="success" what={text('settings.lists.saved')} />
        ) : said ? (
          <Notice
            tone="warning"
            what={text(`settings.lists.${said.what}.what`)}
            next={text(`settings.lists.${said.what}.next`)}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Every answer there is, with what the mission says about it. */
function withAnswers(name: ListName, stored: readonly ListedCode[]): readonly CodeLine[] {
  return answersOf(name).map((key) => stored.find((code) => code.key === key) ?? { key, labels: {} });
}
