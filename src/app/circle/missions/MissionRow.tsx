/** One mission of the circle: who looks after defenders there, who is away, whether its key was verified, when the list was confirmed. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnected20Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldError20Regular } from '@fluentui/react-icons/svg/shield-error';
import type { ReactNode } from 'react';
import { isVerified } from '../../../domain/circle/meeting-agenda.ts';
import { absenceIn } from '../../../domain/directory.ts';
import { comma } from '../../../domain/fields/signs.ts';
import { addDays } from '../../../domain/ids.ts';
import type { CircleMission } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';

const useStyles = makeStyles({
  people: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
  },
});

/** A list of people is to be confirmed again after so many days. */
const CONFIRMED_DAYS = 90;

export function MissionRow(props: { readonly mission: CircleMission }): ReactNode {
  const { code, name, connected, pin, pinnedOn, regions, people, confirmedOn } = props.mission;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const styles = useStyles();
  const Icon = !connected
    ? PlugDisconnected20Regular
    : isVerified(pin)
      ? ShieldCheckmark20Regular
      : ShieldError20Regular;
  const stale = confirmedOn !== undefined && confirmedOn < addDays(log.today(), -CONFIRMED_DAYS);
  const awayWords = (told: string): string => {
    const days = absenceIn(told);
    if (!days) return text('circle.missions.away', { when: told });
    return text(days.to ? 'circle.missions.awayFromTo' : 'circle.missions.awayFrom', {
      from: words.day(days.from),
      to: days.to ? words.day(days.to) : '',
    });
  };
  return (
    <li className={shared.item} data-mission={code}>
      <span className={shared.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={shared.said}>
        <span className={look.strong}>{name}</span>
        <div className={look.quiet}>
          {connected
            ? text(`circle.pins.${pin}`, { day: pinnedOn ? words.day(pinnedOn) : '' })
            : text('circle.missions.notConnected')}
        </div>
        {people.length > 0 ? (
          <ul className={styles.people}>
            {people.map((person) => (
              <li key={`${person.name} ${person.role}`} className={look.text} dir="auto">
                {[person.name, person.role, person.phone, person.mail].filter(Boolean).join(' · ')}
                {person.away ? <span className={look.quiet}>{` · ${awayWords(person.away)}`}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
        <div className={look.quiet}>
          {[
            confirmedOn
              ? text(stale ? 'circle.missions.stale' : 'circle.missions.confirmed', {
                  day: words.day(confirmedOn),
                })
              : connected && pin !== 'own'
                ? text('circle.missions.noPeople')
                : '',
            regions.length > 0
              ? text('circle.missions.regions', {
                  regions: regions
                    .map((region) => text(`circle.regions.${region}`))
                    .join(comma(words.locale)),
                })
              : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
      </div>
    </li>
  );
}
