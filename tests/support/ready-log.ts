/** Opens a log and waits for its gate, as the screen does before it shows anything that asks the gate. */

import type { Log } from '../../src/log/log.ts';
import { type LogOptions, openLog } from '../../src/log/open-log.ts';

export async function openReadyLog(options: LogOptions): Promise<Log> {
  const log = await openLog(options);
  await log.ready();
  return log;
}
