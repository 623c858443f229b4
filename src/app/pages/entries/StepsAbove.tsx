/** What stands first on an opened entry: why it may not go on, what another does not say yet, or the decision it waits for. Most have none. */

import { type ReactNode, useState } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { later } from '../../later.ts';
import { useLog, useView } from '../../log-context.tsx';
import { settlingsOf } from '../../record/settlings.ts';
import { useOpenForm } from '../../shell/form-door.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { consentMarkOf, mayNotGoOn } from '../../table/consent-mark.ts';

const DecisionStep = later(
  () => import('./DecisionStep.tsx').then((file) => file.DecisionStep),
  'forms',
  'consent',
);
const HaltedStep = later(
  () => import('./HaltedStep.tsx').then((file) => file.HaltedStep),
  'forms',
  'consent',
);

const SettleOther = later(
  () => import('../../record/SettleOther.tsx').then((file) => file.SettleOther),
  'forms',
  'records',
);

/** Fetches nothing for an entry that has nothing to say here: what cannot be fetched would stand there as an error. */
export function StepsAbove(props: { readonly entry: Entry; readonly isDue: boolean }): ReactNode {
  const { entry, isDue } = props;
  return (
    <>
      <LazyPart>
        <IfHalted entry={entry} />
      </LazyPart>
      {kindByKey(entry.kind)?.settles ? (
        <LazyPart>
          <IfTelling key={entry.entry} entry={entry} />
        </LazyPart>
      ) : null}
      {kindByKey(entry.kind)?.decision ? (
        <LazyPart fallback={isDue ? <RowsSkeleton count={3} /> : null}>
          <DecisionStep key={entry.entry} entry={entry} />
        </LazyPart>
      ) : null}
    </>
  );
}

function IfHalted({ entry }: { readonly entry: Entry }): ReactNode {
  const log = useLog();
  useView();
  const mark = consentMarkOf(entry, log);
  return mayNotGoOn(mark) ? <HaltedStep entry={entry} mark={mark} /> : null;
}

/** Stays once it was there, to tell that it is said. */
function IfTelling({ entry }: { readonly entry: Entry }): ReactNode {
  const log = useLog();
  useView();
  const openForm = useOpenForm();
  const tells = settlingsOf(entry, log).length > 0;
  const [told, setTold] = useState(tells);
  if (tells && !told) setTold(true);
  return told ? <SettleOther entry={entry} onOpen={openForm} /> : null;
}
