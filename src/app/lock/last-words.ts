/** Whoever holds unsaved words says here how they are kept, so that clearing the screen loses none. */

type Keep = () => Promise<unknown>;

const keepers = new Set<Keep>();

/** `keep` is called just before the screen is cleared; the answer ends that. */
export function keepBeforeLock(keep: Keep): () => void {
  keepers.add(keep);
  return () => {
    keepers.delete(keep);
  };
}

/** Starts keeping everything at once; resolves when all of it is kept or could not be. */
export async function keepLastWords(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
}
