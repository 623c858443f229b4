/** Above a step that lies ahead and may not be taken now: why, in full, and the ways on. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { aboutOf } from '../../../domain/record-kind.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { useConsentWords } from '../../consent/consent-words.ts';
import { useLog } from '../../log-context.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { firstKind } from '../../shell/kinds.tsx';
import { Notice } from '../../shell/Notice.tsx';
import { useGo } from '../../shell/navigation.ts';
import type { ConsentMark } from '../../table/consent-mark.ts';
import { useText } from '../../words.tsx';

/** `mark` says that the entry may not go on. Needs the texts of consent. */
export function HaltedStep(props: { readonly entry: Entry; readonly mark: ConsentMark }): ReactNode {
  const { entry, mark } = props;
  const log = useLog();
  const text = useText();
  const consent = useConsentWords();
  const openForm = useOpenForm();
  const go = useGo();
  const need = log.need({ kind: entry.kind, entry: entry.entry, values: entry.record });
  const reasons = [...new Set(log.decide(need).refusals.map((refusal) => consent.refusal(refusal, need)))];
  const about = aboutOf(entry.record);
  return (
    <Notice
      tone="error"
      what={text(`entries.halted.${mark}`)}
      means={reasons.join(' ')}
      next={text('entries.halted.next')}
      actions={
        <>
          {about && mayWrite(log.me, firstKind) ? (
            <Button
              size="small"
              onClick={() => openForm({ what: 'new', kind: firstKind, values: { about } })}
            >
              {text('entries.halted.ask')}
            </Button>
          ) : null}
          {about ? (
            <Button size="small" onClick={() => go({ page: 'defenders', id: about })}>
              {text('entries.halted.consent')}
            </Button>
          ) : null}
        </>
      }
    />
  );
}
