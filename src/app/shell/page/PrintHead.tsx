/** On paper only: whose page this is, who printed it and when; not on what goes to outside places and may be taken there. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fullDay } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { useText, useWords } from '../../words.tsx';
import { useLook } from '../look.ts';
import { namesNobody, type Route } from '../routes.ts';

const useStyles = makeStyles({
  head: { display: 'none', '@media print': { display: 'block', paddingInline: tokens.spacingHorizontalL } },
});

export function PrintHead(props: { readonly route: Route | undefined }): ReactNode {
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  if (namesNobody(props.route)) return null;
  return (
    <p className={mergeClasses(look.quiet, styles.head)}>
      {text(props.route?.page === 'settings' ? 'shell.printedPlain' : 'shell.printed', {
        mission: log.me.mission.name,
        page: text(`shell.tabs.${props.route?.page ?? 'today'}`),
        person: log.me.person.name,
        when: fullDay(log.today(), words.locale),
      })}
    </p>
  );
}
