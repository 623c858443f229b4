/** A set of listeners in order of arrival, each of which can leave. */

export interface Listeners<T> {
  /** Adds a listener and answers with the function that takes it away. */
  add(listener: T): () => void;
  /** Those present now, oldest first. */
  all(): readonly T[];
}

export function openListeners<T>(): Listeners<T> {
  const present = new Map<symbol, T>();
  return {
    add(listener) {
      const key = Symbol('listener');
      present.set(key, listener);
      return () => {
        present.delete(key);
      };
    },
    all: () => [...present.values()],
  };
}
