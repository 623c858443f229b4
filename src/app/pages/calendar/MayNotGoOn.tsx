/** Says of an appointment that it, or what is planned for it, may not go on: the gate decides, so it stands when that is here. */

import type { ReactNode } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { ConsentMarkText } from '../../table/ConsentMarkText.tsx';
import { consentMarkOf, mayNotGoOn } from '../../table/consent-mark.ts';
import { useText } from '../../words.tsx';
import { plansFor } from './plans-for.ts';

export function MayNotGoOn(props: {
  readonly entry: Entry;
  /** Stands in a grid, which moves the focus itself. */
  readonly inGrid: boolean;
}): ReactNode {
  const { entry } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const consent = consentMarkOf(entry, log);
  if (mayNotGoOn(consent)) return <ConsentMarkText mark={consent} />;
  const stopped = plansFor(view, entry.entry)
    .map((plan) => ({ plan, standing: consentMarkOf(plan, log) }))
    .filter(({ standing }) => mayNotGoOn(standing));
  return stopped.map(({ plan, standing }) => (
    <div key={plan.entry} className={look.quiet}>
      <a
        className={look.link}
        href={hrefOf({ page: 'entries', id: plan.entry })}
        {...(props.inGrid ? { tabIndex: -1 } : {})}
      >
        {text(`kinds.${plan.kind}.one`)}
      </a>{' '}
      <ConsentMarkText mark={standing} />
    </div>
  ));
}
