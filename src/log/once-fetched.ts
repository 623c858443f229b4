/** One part of the log, fetched once. */

/** Fetches a part of the log when it is first asked for; what failed is fetched again the next time. */
export function onceFetched<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  return () => {
    fetched ??= fetch().catch((cause: unknown) => {
      fetched = undefined;
      throw cause;
    });
    return fetched;
  };
}
