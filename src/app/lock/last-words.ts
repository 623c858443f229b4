/** Whoever holds unsaved words says here how they are kept, so that neither clearing the screen nor loading it anew loses any. */

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

/** Starts keeping everything at once; resolves when that has ended: true where nothing would be lost now. */
export async function keepLastWords(): Promise<boolean> {
  const kept = await Promise.allSettled([...keepers].map((keep) => keep()));
  return kept.every((each) => each.status === 'fulfilled' && each.value);
}

/** Loads anew once everything is kept, or although something is lost where they were told so before; answers whether all was kept. */
export async function reloadOnceKept(told: boolean, reload: () => void): Promise<boolean> {
  const kept = await keepLastWords();
  if (kept || told) reload();
  return kept;
}
