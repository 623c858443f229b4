/** Says why there is no Log button, and where so, no entries: what one's role opens, and whom to ask. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { may, mayChangePeople, readsCases } from '../../../domain/roles.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useText } from '../../words.tsx';
import { kindsToLog } from '../kinds.tsx';
import { Notice } from '../Notice.tsx';
import { useRoute } from '../navigation.ts';
import { seesNoEntries } from '../open-lists.ts';

const useStyles = makeStyles({
  place: {
    paddingInline: tokens.spacingHorizontalL,
    paddingBlockStart: tokens.spacingVerticalS,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalM },
  },
});

/** Drawn anew with the shell, so that a role given meanwhile takes it away. */
export function NoRole(): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const styles = useStyles();
  const route = useRoute();
  // A consular officer's Today says itself what is open to them.
  const hasOwnDay = route?.page === 'today' && may(log.me, 'answer-visas');
  if (kindsToLog(log).length > 0 || hasOwnDay) return null;
  const { me } = log;
  const words =
    me.roles.length === 0
      ? 'shell.notices.no-role'
      : seesNoEntries(view.health, me) || !readsCases(me)
        ? 'shell.notices.no-role.not-shared'
        : 'shell.notices.no-role.role-reads';
  const people = me.mission.people
    .filter((person) => mayChangePeople(person) && person.objectId !== me.person.objectId)
    .map(({ name }) => name)
    .join(', ');
  return (
    <div className={styles.place}>
      <Notice
        role="status"
        tone="info"
        what={text(`${words}.what`)}
        means={text(`${words}.means`)}
        next={text(`${words}.next`, { people: people || text('shell.notices.no-role.anybody') })}
      />
    </div>
  );
}
