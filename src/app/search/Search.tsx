/** Search over what is in memory: defenders by cover name or code, entries by court or text, and "May I?" at once. */

import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import {
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { formatCode } from '../../domain/codes.ts';
import { consentActions } from '../../domain/consent/need.ts';
import { useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { hrefOf, useGo } from '../shell/navigation.ts';
import { useText, useWords } from '../words.tsx';
import { FoundEntries } from './FoundEntries.tsx';
import { find } from './find.ts';
import { MayIAnswers } from './MayIAnswers.tsx';
import { useSearchIndex } from './use-search-index.ts';

const useStyles = makeStyles({
  dialog: {
    inlineSize: 'min(640px, calc(100vw - 24px))',
    maxBlockSize: '80vh',
    marginBlockStart: '48px',
    padding: tokens.spacingHorizontalL,
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  content: { display: 'grid', rowGap: tokens.spacingVerticalM },
  input: { inlineSize: '100%' },
  group: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    minBlockSize: '24px',
  },
});

export function Search(props: { readonly onClose: () => void }): ReactNode {
  const { onClose } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  useEffect(() => {
    const shown = dialog.current;
    // A click beside the dialog, or a link followed inside it, closes it; Esc does so by itself.
    const onClick = (event: Event): void => {
      if (event.target === shown || (event.target instanceof Element && event.target.closest('a'))) onClose();
    };
    // Arrows go from what is typed through what was found and back.
    const onKey = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || !shown) return;
      event.preventDefault();
      const stops = [...shown.querySelectorAll<HTMLElement>('input, a')];
      const here = stops.findIndex((stop) => stop.matches(':focus'));
      stops[Math.max(0, Math.min(stops.length - 1, here + step))]?.focus();
    };
    shown?.showModal();
    shown?.addEventListener('click', onClick);
    shown?.addEventListener('keydown', onKey);
    return () => {
      shown?.removeEventListener('click', onClick);
      shown?.removeEventListener('keydown', onKey);
      shown?.close();
    };
  }, [onClose]);
  const go = useGo();
  const { index, complete } = useSearchIndex(view, words);
  const [kind, setKind] = useState<string>();
  const seek = useCallback(
    (wanted: string) => find(wanted, view, words, index.now, kind),
    [view, words, index, kind],
  );
  const found = useMemo(() => seek(sought), [seek, sought]);
  const count = found.groups.reduce((sum, group) => sum + group.count, 0);
  const empty = found.defenders.length === 0 && count === 0;
  const chosen = found.groups.some((group) => group.kind === kind) ? kind : undefined;
  const one = found.defenders.length === 1 ? found.defenders[0] : undefined;
  const actions = found.actions.length > 0 ? found.actions : one ? consentActions : [];
  const asked = found.actions.length > 0 ? found.defenders : one ? [one] : [];
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={text('shell.search.open')} onClose={onClose}>
      <div className={styles.content}>
        <Input
          data-kept
          className={styles.input}
          size="large"
          autoFocus
          contentBefore={<Search20Regular aria-hidden="true" />}
          placeholder={text('shell.search.placeholder')}
          aria-label={text('shell.search.open')}
          aria-describedby={name}
          value={typed}
          onChange={(_, data) => setTyped(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            // What was typed, not what is shown: the list may still be a key behind.
            const { defenders, groups } = seek(typed);
            const [entry] =
              groups.find((group) => group.kind === chosen)?.entries ?? groups[0]?.entries ?? [];
            const first = defenders[0]
              ? ({ page: 'defenders', id: defenders[0].code } as const)
              : entry && ({ page: 'entries', id: entry.entry } as const);
            if (!first) return;
            go(first);
            onClose();
          }}
        />
        <p id={name} className={look.quiet} role="status">
          {sought.trim() === ''
            ? text('shell.search.hint')
            : empty
              ? text('shell.search.nothing')
              : text('shell.search.found', { count: found.defenders.length + count })}
          {complete ? '' : ` ${text('shell.search.reading')}`}
        </p>
        <div className={styles.content}>
          {found.defenders.length > 0 ? (
            <section className={styles.group}>
              <h2 className={look.heading}>{text('shell.tabs.defenders')}</h2>
              <ul className={look.list}>
                {found.defenders.map(({ code, cover }) => (
                  <li key={code} className={styles.item}>
                    <a
                      className={mergeClasses(look.link, look.strong)}
                      href={hrefOf({ page: 'defenders', id: code })}
                    >
                      {cover}
                    </a>
                    <span className={look.quiet}>{formatCode(code)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {asked.length > 0 && actions.length > 0 ? (
            <MayIAnswers defenders={asked} actions={actions} />
          ) : null}
          <FoundEntries groups={found.groups} chosen={chosen} onChoose={setKind} defender={one?.code} />
        </div>
      </div>
    </dialog>
  );
}
