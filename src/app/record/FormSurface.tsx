/** The drawer (wide) or page (narrow) that forms open in, one upon the other; nothing typed is lost without being asked. */

import { makeStyles, OverlayDrawer } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../domain/record-kind.ts';
import { useHost, useLog } from '../log-context.tsx';
import type { FormRequest } from '../shell/form-door.tsx';
import { useWayBackIn } from '../shell/ModalDialog.tsx';
import { narrowQuery, useMedia } from '../shell/media.ts';
import { useText, useWords } from '../words.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { type Opening, openingOf, openNew } from './opening.ts';
import { type LeaveGuard, RecordForm } from './RecordForm.tsx';
import { SavedLine } from './SavedLine.tsx';

const useStyles = makeStyles({
  drawer: { width: 'min(720px, 100vw)' },
  page: {
    width: '100vw',
    '& button, & input, & [role=combobox]': { minBlockSize: '44px' },
    // Its own height would cut off an input that is easy to hit.
    '& .fui-Combobox': { height: 'auto', minBlockSize: '44px', alignItems: 'center' },
    '& .fui-TagPickerControl__expandIcon': { display: 'flex', alignItems: 'center', height: '44px' },
  },
});

/**
 * Stays mounted while no form is open (`request` undefined), so that "saved" is still announced after closing.
 * `onClose` is called once nothing unsaved is left or the person chose to leave it.
 */
export function FormSurface(props: {
  readonly request: FormRequest | undefined;
  readonly onClose: () => void;
  readonly onSaved?: (entry: Entry) => void;
}): ReactNode {
  const { request, onClose, onSaved } = props;
  const log = useLog();
  const host = useHost();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const narrow = useMedia(narrowQuery);
  const [forms, setForms] = useState<readonly Opening[]>([]);
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const guard = useRef<LeaveGuard | undefined>(undefined);
  /** What had the focus when each form opened: it gets it back, or the form below stays hidden from readers. */
  const openedFrom = useRef<(Element | null)[]>([]);
  const askedFrom = useRef<Element | null>(null);
  const surface = useRef<HTMLElement>(null);

  useEffect(() => {
    const opening = request && openingOf(request, log);
    openedFrom.current = opening ? [document.activeElement] : [];
    setForms(opening ? [opening] : []);
    if (opening) setSaid('');
  }, [request, log]);

  useWayBackIn();
  const top = forms.at(-1);
  const close = useCallback(
    (entry?: EntryId) => {
      setAsking(false);
      top?.whenDone?.(entry);
      setForms((open) => open.slice(0, -1));
      const from = openedFrom.current.pop() ?? null;
      if (forms.length <= 1) onClose();
      requestAnimationFrame(() => giveFocusBack(from));
    },
    [top, forms.length, onClose],
  );
  const rememberSurface = useCallback((element: HTMLElement | null) => {
    surface.current = element;
  }, []);
  const goOn = useCallback(() => {
    setAsking(false);
    const from = askedFrom.current;
    // A click beside the drawer left the focus nowhere.
    const place = surface.current?.contains(from) ? from : surface.current?.querySelector('input, textarea');
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }, []);
  const askToClose = useCallback(() => {
    if (asking) goOn();
    else if (guard.current?.changed) {
      askedFrom.current = document.activeElement;
      setAsking(true);
    } else close();
  }, [asking, goOn, close]);

  useEffect(() => {
    if (!top) return;
    return host.onBack(() => {
      askToClose();
      return true;
    });
  }, [host, top, askToClose]);

  function startNew(kind: string, values: AnyRecord): Promise<EntryId | undefined> {
    const opening = openNew(kind, values, log);
    if (!opening) return Promise.resolve(undefined);
    return new Promise((resolve) => stack({ ...opening, whenDone: resolve }));
  }
  function stack(opening: Opening): void {
    openedFrom.current.push(document.activeElement);
    setForms((open) => [...open, opening]);
  }
  /** Whoever waits for an entry of the form that goes gets that of the form which takes its place. */
  function replace(next: Opening): void {
    setForms((open) => {
      const waiting = open.at(-1)?.whenDone;
      return [...open.slice(0, -1), waiting ? { ...next, whenDone: waiting } : next];
    });
  }
  function openOnTop(wanted: FormRequest): void {
    const opening = openingOf(wanted, log);
    if (opening) stack(opening);
  }
  function saved(entry: Entry): void {
    const kind = top?.kind;
    const what = [text(`kinds.${entry.kind}.one`), kind?.summary(entry.record, words)];
    setSaid(text('forms.savedAs', { what: what.filter(Boolean).join(' · ') }));
    onSaved?.(entry);
  }

  return (
    <>
      <SavedLine said={said} />
      {forms.map((opening, depth) => (
        <OverlayDrawer
          key={opening.draft.entry}
          ref={depth === forms.length - 1 ? rememberSurface : null}
          open
          inertTrapFocus
          position="end"
          className={narrow ? styles.page : styles.drawer}
          onOpenChange={(_, data) => {
            if (!data.open && depth === forms.length - 1) askToClose();
          }}
        >
          {asking && depth === forms.length - 1 && (
            <LeaveQuestion
              onStay={goOn}
              onKeep={async () => {
                if ((await guard.current?.keep()) ?? true) close();
                else goOn();
              }}
              onDrop={async () => {
                await guard.current?.discard();
                close();
              }}
            />
          )}
          <RecordForm
            opening={opening}
            guard={depth === forms.length - 1 ? guard : undefined}
            startNew={startNew}
            openOnTop={openOnTop}
            onSaved={saved}
            onDone={close}
            onGiveUp={askToClose}
            onReplace={replace}
          />
        </OverlayDrawer>
      ))}
    </>
  );
}

/** Frames to wait until what is below is shown to readers again. */
const PATIENCE = 20;

/**
 * A menu that opened the form is gone by then; the page itself is the next best place to go on from. What the closing
 * form still hides is waited for: focus inside it would leave it hidden for good.
 */
function giveFocusBack(to: Element | null, frames = PATIENCE): void {
  const place = to?.isConnected && to !== document.body ? to : document.querySelector('main');
  if (!(place instanceof HTMLElement)) return;
  if (frames > 0 && place.closest('[aria-hidden="true"]'))
    requestAnimationFrame(() => giveFocusBack(to, frames - 1));
  else place.focus({ preventScroll: true });
}
