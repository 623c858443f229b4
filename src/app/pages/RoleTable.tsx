/** What each role may do, mine marked, and why: roles prevent mistakes, the site's groups enforce. */

import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import type { ReactNode } from 'react';
import { roles } from '../../domain/missions.ts';
import { abilities, may } from '../../domain/roles.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  wrap: { overflowX: 'auto' },
  table: { minInlineSize: '720px' },
  first: { width: '26%' },
  answer: { display: 'inline-flex', alignItems: 'center' },
});

export function RoleTable(): ReactNode {
  const { me } = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const locallyEngaged = me.mission.people.some(
    (person) => person.objectId === me.person.objectId && person.locallyEngaged === true,
  );
  return (
    <>
      <p className={look.text}>
        {text('settings.roles.mine', {
          roles: me.roles.map((role) => text(`settings.roles.names.${role}`)).join(', '),
        })}{' '}
        {locallyEngaged ? text('settings.roles.locallyEngaged') : ''}
      </p>
      <div className={mergeClasses(look.card, styles.wrap)}>
        {/* Scrolls sideways where it is narrow, so the keyboard must reach it. */}
        <Table tabIndex={0} className={styles.table} size="small" aria-label={text('settings.roles.title')}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell className={styles.first}>{text('settings.roles.may')}</TableHeaderCell>
              {roles.map((role) => (
                <TableHeaderCell key={role} className={me.roles.includes(role) ? look.strong : undefined}>
                  {text(`settings.roles.names.${role}`)}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {abilities.map((ability) => (
              <TableRow key={ability}>
                <TableCell>{text(`settings.roles.abilities.${ability}`)}</TableCell>
                {roles.map((role) => (
                  <TableCell key={role}>
                    {may({ roles: [role] }, ability) ? (
                      <span className={styles.answer}>
                        <Checkmark16Regular aria-hidden="true" /> {text('settings.roles.yes')}
                      </span>
                    ) : (
                      <span className={look.quiet}>{text('settings.roles.no')}</span>
                    )}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <p className={look.text}>{text('settings.roles.why')}</p>
      <p className={look.text}>{text('settings.roles.owners')}</p>
    </>
  );
}
