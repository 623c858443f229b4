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
const takesWords = /^(text|textarea|email|tel|url|number|password|date|time|datetime-local|month|week)$/;

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

/** Notes whatever is typed into any field of the page. */
export function watchTyping(page: Document): () => void {
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) noteTyping(target);
  };
  page.addEventListener('input', onInput, { capture: true });
  return () => page.removeEventListener('input', onInput, { capture: true });
}

/** A list to pick from is typed into only to find something. */
function holdsWords(field: Field | undefined): boolean {
  return (
    field?.isConnected === true &&
    takesWords.test(field.type) &&
    field.value.trim() !== '' &&
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
