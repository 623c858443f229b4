/** The bare loop in a worker of its own. */

import { type BareBatch, bareLoop } from '../sealing-bare.ts';

self.onmessage = async ({ data }: MessageEvent<BareBatch>) => {
  await bareLoop(data);
  self.postMessage('done');
};
