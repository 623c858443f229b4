/** Whoever holds unsaved words says here how they are kept; words of which nobody says so are taken for lost. */

/** Resolves to false where something could not be kept. */
type Keep = () => Promise<boolean>;

const keepers = new Set<Keep>();

/** `keep` is called just before the screen is cleared or loaded anew; the answer ends that. */
export function keepLast(keep: Keep): () => void {
  keepers.add(keep);
  return () => {
    keepers.delete(keep);
  };
}

/** As much of a field as tells whether words stand in it that nobody keeps. */
export type Field = Pick<HTMLInputElement, 'isConnected' | 'type' | 'value' | 'getAttribute' | 'closest'>;

/** Held no longer than the page holds it: what stood in a field that has gone, a name or a passphrase, stays nowhere. */
const typedInto = new Set<WeakRef<Field>>();
/** What stood in a field before it was typed into, likewise. */
const stoodBefore = new WeakMap<Field, string>();
const takesWords = /^(text|textarea|email|tel|url|number|password|date|time|datetime-local|month|week)$/;

/** As a field takes the focus: typed back to what stood there, nothing is lost. */
export function noteBefore(field: Field): void {
  const isTyped = [...typedInto].some((each) => each.deref() === field);
  if (!isTyped) stoodBefore.set(field, field.value);
}

/** Nobody else answers for what is typed into a field, unless it stands within `data-kept`: a draft, or what nobody misses. */
export function noteTyping(field: Field): void {
  let isKnown = false;
  for (const each of typedInto) {
    const known = each.deref();
    if (known === field) isKnown = true;
    else if (!known?.isConnected) typedInto.delete(each);
  }
  if (!isKnown) typedInto.add(new WeakRef(field));
}

/**
 * As a form that stays on the page begins to save; to be called once that is in the book. What was typed `within` it until
 * it began is kept then, and what was typed meanwhile is not.
 */
export function savingWords(isWithin: (field: Field) => boolean): () => void {
  const sent = [...typedInto].flatMap((each) => {
    const field = each.deref();
    return field && isWithin(field) ? [{ each, value: field.value }] : [];
  });
  return () => {
    for (const { each, value } of sent) {
      const field = each.deref();
      if (field?.value !== value) continue;
      typedInto.delete(each);
      stoodBefore.delete(field);
    }
  };
}

/** Notes whatever is typed into any field of the page. */
export function watchTyping(page: Document): () => void {
  const told = (note: (field: Field) => void) => (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) note(target);
  };
  const onInput = told(noteTyping);
  const onFocus = told(noteBefore);
  page.addEventListener('input', onInput, { capture: true });
  page.addEventListener('focusin', onFocus, { capture: true });
  return () => {
    page.removeEventListener('input', onInput, { capture: true });
    page.removeEventListener('focusin', onFocus, { capture: true });
  };
}

/** A list to pick from is typed into only to find something. */
function holdsWords(field: Field | undefined): boolean {
  return (
    field?.isConnected === true &&
    takesWords.test(field.type) &&
    field.value.trim() !== '' &&
    field.value !== stoodBefore.get(field) &&
    field.getAttribute('role') !== 'combobox' &&
    field.closest('[data-kept]') === null
  );
}

/** Starts keeping everything at once; resolves when that has ended: true where nothing would be lost now. */
export async function keepLastWords(): Promise<boolean> {
  const kept = await Promise.allSettled([...keepers].map((keep) => keep()));
  return (
    kept.every((each) => each.status === 'fulfilled' && each.value) &&
    ![...typedInto].some((each) => holdsWords(each.deref()))
  );
}

/** Loads anew once everything is kept, or although something is lost where they were told so before; answers whether all was kept. */
export async function reloadOnceKept(told: boolean, reload: () => void): Promise<boolean> {
  const kept = await keepLastWords();
  if (kept || told) reload();
  return kept;
}
