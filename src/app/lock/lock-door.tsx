/** Lets any part of the screen clear it. */

import { createContext, useContext } from 'react';

const LockDoor = createContext<(() => void) | undefined>(undefined);

export const LockDoorProvider = LockDoor;

/** Clears the screen at once and locks. */
export function useLock(): () => void {
  const lock = useContext(LockDoor);
  if (!lock) throw new TypeError('this part of the screen stands outside the lock');
  return lock;
}
