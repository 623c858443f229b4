/** Who works in this mission, in which roles, and when that was last confirmed. */

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
import type { ReactNode } from 'react';
import { comma } from '../../../domain/fields/signs.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({ wrap: { overflowX: 'auto' }, table: { minInlineSize: '480px' } });

export function MissionPeople(): ReactNode {
  const { me } = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <div className={mergeClasses(look.card, styles.wrap)}>
      <Table size="small" className={styles.table} aria-label={text('settings.mission.people')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{text('settings.mission.person')}</TableHeaderCell>
            <TableHeaderCell>{text('settings.mission.roles')}</TableHeaderCell>
            <TableHeaderCell>{text('settings.mission.confirmed')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {me.mission.people.map((person) => (
            <TableRow key={`${person.tenantId}${person.objectId}`}>
              <TableCell>
                <span>
                  {person.name}
                  {person.objectId === me.person.objectId ? (
                    <span className={look.quiet}> {text('settings.mission.you')}</span>
                  ) : null}
                </span>
              </TableCell>
              <TableCell>
                <span>
                  {person.roles.map((role) => text(`settings.roles.names.${role}`)).join(comma(words.locale))}
                  {person.locallyEngaged ? (
                    <span className={look.quiet}> {text('settings.mission.locallyEngaged')}</span>
                  ) : null}
                  {person.to ? (
                    <span className={look.quiet}>
                      {' '}
                      {text('settings.mission.until', { day: words.day(person.to) })}
                    </span>
                  ) : null}
                </span>
              </TableCell>
              <TableCell>
                {person.confirmedOn ? words.day(person.confirmedOn) : text('settings.mission.notConfirmed')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
