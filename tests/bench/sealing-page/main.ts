/** A page that measures how the app opens envelopes in its worker. */

import type { MissionCode } from '../../../src/domain/ids.ts';
import { type KeyPair, unlock } from '../../../src/sealing/keys.ts';
import { openInWorker } from '../../../src/sealing/open-in-worker.ts';
import type { Batch } from '../../../src/sealing/open-many.ts';
import { circle } from '../../support/sealing/test-circle.ts';
import type { BareBatch } from '../sealing-bare.ts';
import { measureForms, type Place, type SealingFigures } from '../sealing-forms.ts';
import BareWorker from './bare-worker.ts?worker';

/** Envelopes for one mission, as they come from another process. */
export interface Sendable {
  readonly me: MissionCode;
  readonly seal: KeyPair;
  readonly direct: SendableBatch;
  readonly alone: SendableBatch;
  readonly under: SendableBatch;
}

export type SendableBatch = Pick<Batch, 'items' | 'standing'>;

declare global {
  interface Window {
    /** Given by whoever measures: a page cannot know it. */
    processorTime(): Promise<number>;
    measureSealing?(address: string): Promise<SealingFigures>;
  }
}

const inWorker: Place = {
  spent: () => window.processorTime(),
  async open(batch, onBite) {
    const isDone = await openInWorker(batch, onBite, new AbortController().signal);
    if (!isDone) throw new Error('no worker opened it');
  },
  bare: bareInWorker,
};

function bareInWorker(batch: BareBatch): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new BareWorker();
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = () => {
      worker.terminate();
      resolve();
    };
    worker.postMessage(batch);
  });
}

window.measureSealing = async (address) => {
  const { me, seal, direct, alone, under } = (await (await fetch(address)).json()) as Sendable;
  const keys = new Map([[seal.kid, (await unlock(seal, 'sealing')).key]]);
  const batch = (given: SendableBatch): Batch => ({
    ...given,
    carriers: [],
    place: { circle },
    me,
    keys,
    seen: new Map(),
  });
  return measureForms({ direct: batch(direct), alone: batch(alone), under: batch(under) }, inWorker);
};
