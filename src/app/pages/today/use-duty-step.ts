/** Does the next step of a duty in one click. */

import { useCallback } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { kindByKey, personKind } from '../../../domain/registry.ts';
import { useLog } from '../../log-context.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { firstKind } from '../../shell/kinds.tsx';
import { useGo } from '../../shell/navigation.ts';
import { readsOnly } from '../../shell/open-lists.ts';

/** Opens what the step needs: a contact with the defender, the hearing, its report; or the page, for who only reads. */
export function useDutyStep(): (duty: Duty) => void {
  const log = useLog();
  const openForm = useOpenForm();
  const go = useGo();
  return useCallback(
    (duty) => {
      const entry = duty.entry && log.view().byEntry.get(duty.entry);
      const look = (): void => {
        if (entry) go({ page: 'entries', id: entry.entry });
        else if (duty.about) go({ page: 'defenders', id: duty.about });
        else go({ page: 'entries' });
      };
      if (readsOnly(log.me)) {
        look();
        return;
      }
      if (duty.opens) {
        openForm(duty.opens);
        return;
      }
      switch (duty.step) {
        case 'tell':
        case 'ask-consent':
          openForm({ what: 'new', kind: firstKind, values: duty.about ? { about: duty.about } : {} });
          return;
        case 'confirm-observer':
          if (entry) openForm({ what: 'change', entry: entry.entry });
          else look();
          return;
        case 'review-risk': {
          const defender = log
            .view()
            .entries.get(personKind.key)
            ?.find((found) => found.record.about === duty.about);
          if (defender) openForm({ what: 'change', entry: defender.entry });
          else look();
          return;
        }
        case 'write-report': {
          const next = entry && kindByKey(entry.kind)?.next?.(entry.record, entry.entry)[0];
          if (next) openForm({ what: 'new', kind: next.kind, values: next.draft });
          else look();
          return;
        }
        case 'open':
          look();
          return;
      }
    },
    [log, openForm, go],
  );
}
