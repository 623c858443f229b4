/** What stands first on an opened entry is fetched only where there is something to decide. */

import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { StepsAbove } from '../../../src/app/pages/entries/StepsAbove.tsx';
import type { EntryId, Instant } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { exampleOf } from '../../support/examples.ts';

/** Parts of the page that wait for something: the question of consent, and where the kind has them what another entry does not say yet, and the decision. */
const partsWaiting = (entry: Entry): number => {
  const page = renderToString(createElement(StepsAbove, { entry, isDue: false }));
  return page.match(/<!--\$/g)?.length ?? 0;
};

it.each(recordKinds.map((kind) => [kind.key, kind] as const))(
  'J4 · above a %s nothing is fetched for a decision that its kind does not have',
  (key, kind) => {
    const at = '2026-11-20T09:00:00Z' as Instant;
    const entry: Entry = {
      kind: key,
      id: '1',
      entry: '01HZX3K8Q2W7V5R4T9N6M1C0BD' as EntryId,
      version: '1',
      at,
      createdAt: at,
      schema: 1,
      by: { objectId: 'o', tenantId: 't', name: 'Ines Calder' },
      under: ['none'],
      record: exampleOf(kind),
    };
    expect(partsWaiting(entry)).toBe(1 + (kind.settles ? 1 : 0) + (kind.decision ? 1 : 0));
  },
);
