/** What may I do, and why: first my own answers, then every role, then every kind of entry; and what holds each of them. */

import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { type MissionPerson, roles } from '../../../domain/missions.ts';
import { recordKinds } from '../../../domain/registry.ts';
import { type Ability, abilities, heldBy, may, mayWrite } from '../../../domain/roles.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  wrap: { overflowX: 'auto' },
  table: { minInlineSize: '860px' },
  first: { width: '24%' },
  answer: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS },
  mine: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
});

type Who = Pick<MissionPerson, 'roles' | 'locallyEngaged'>;

export function RoleTable(): ReactNode {
  const { me } = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const listed = me.mission.people.find(
    ({ objectId, tenantId }) => objectId === me.person.objectId && tenantId === me.person.tenantId,
  );
  const mine: Who = { roles: me.roles, ...(listed?.locallyEngaged ? { locallyEngaged: true } : {}) };
  return (
    <>
      <p className={look.text}>
        {text('settings.roles.mine', {
          roles: me.roles.map((role) => text(`settings.roles.names.${role}`)).join(', '),
        })}
      </p>
      <ul className={mergeClasses(look.list, look.card)} aria-label={text('settings.roles.yours')}>
        {abilities.map((ability) => (
          <li key={ability} className={styles.mine} data-ability={ability}>
            <Answer is={may(mine, ability)} />
            <div>
              <p className={look.text}>{text(`settings.roles.abilities.${ability}`)}</p>
              <p className={look.quiet}>
                <Why mine={mine} ability={ability} /> {text(`settings.roles.held.${heldBy[ability]}`)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Matrix
        title={text('settings.roles.byRole')}
        rows={abilities.map((ability) => ({
          key: ability,
          name: text(`settings.roles.abilities.${ability}`),
          may: (who) => may(who, ability),
        }))}
        mine={mine}
      />
      <Matrix
        title={text('settings.roles.byKind')}
        rows={recordKinds.map(({ key }) => ({
          key,
          name: text(`kinds.${key}.many`),
          may: (who) => mayWrite(who, key),
        }))}
        mine={mine}
      />
      <p className={look.text}>{text('settings.roles.why')}</p>
      <p className={look.text}>{text('settings.roles.owners')}</p>
    </>
  );
}

/** Which of my roles gives it, or which roles would. */
function Why(props: { readonly mine: Who; readonly ability: Ability }): ReactNode {
  const { mine, ability } = props;
  const text = useText();
  if (ability === 'show-names' && mine.locallyEngaged) return text('settings.roles.locallyEngaged');
  const giving = roles.filter((role) => may({ roles: [role] }, ability));
  const own = giving.filter((role) => mine.roles.includes(role));
  const named = (own.length > 0 ? own : giving)
    .map((role) => text(`settings.roles.names.${role}`))
    .join(', ');
  return text(own.length > 0 ? 'settings.roles.because' : 'settings.roles.onlyFor', { roles: named });
}

function Answer(props: { readonly is: boolean }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return props.is ? (
    <span className={styles.answer}>
      <Checkmark16Regular aria-hidden="true" /> {text('settings.roles.yes')}
    </span>
  ) : (
    <span className={mergeClasses(styles.answer, look.quiet)}>
      <Dismiss16Regular aria-hidden="true" /> {text('settings.roles.no')}
    </span>
  );
}

function Matrix(props: {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly name: string; may(who: Who): boolean }[];
  readonly mine: Who;
}): ReactNode {
  const { title, rows, mine } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return (
    <details>
      <summary className={look.text}>{title}</summary>
      <div className={mergeClasses(look.card, styles.wrap)}>
        {/* Scrolls sideways where it is narrow, so the keyboard must reach it. */}
        <Table tabIndex={0} className={styles.table} size="small" aria-label={title}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell className={styles.first}>{text('settings.roles.may')}</TableHeaderCell>
              <TableHeaderCell className={look.strong}>{text('settings.roles.you')}</TableHeaderCell>
              {roles.map((role) => (
                <TableHeaderCell key={role} className={mine.roles.includes(role) ? look.strong : undefined}>
                  {text(`settings.roles.names.${role}`)}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.key}>
                <TableCell>{row.name}</TableCell>
                <TableCell>
                  <Answer is={row.may(mine)} />
                </TableCell>
                {roles.map((role) => (
                  <TableCell key={role}>
                    <Answer is={row.may({ roles: [role] })} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </details>
  );
}
