/** Names missions one by one, each with the state of its key; a whole group asks again with the names before it counts. */

import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isVerified } from '../../../domain/circle/meeting-agenda.ts';
import { membersOfRegion } from '../../../domain/circle/regions.ts';
import type { MissionCode } from '../../../domain/ids.ts';
import type { CircleMission, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useMissionWords } from '../mission-words.ts';
import { TickGroup } from '../TickGroup.tsx';

const useStyles = makeStyles({
  mission: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  pin: { paddingInlineStart: '32px' },
  groups: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

interface Group {
  readonly key: string;
  readonly name: string;
  readonly missions: readonly CircleMission[];
  /** Nothing can be sealed to them, so they stay out. */
  readonly left: readonly CircleMission[];
}

export function MissionPicker(props: {
  readonly view: CircleView;
  readonly label: string;
  readonly chosen: readonly MissionCode[];
  readonly onChange: (chosen: readonly MissionCode[]) => void;
  /** Shown where nobody is named although somebody must be. */
  readonly missing?: boolean;
}): ReactNode {
  const { view, chosen, onChange } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const names = useMissionWords(view);
  const [asked, setAsked] = useState<Group>();
  const others = view.missions.filter(({ code, removed }) => code !== log.me.mission.code && !removed);
  const groups = useGroups(others, log.me.mission.code);
  function tick(mission: MissionCode, isTicked: boolean): void {
    onChange(isTicked ? [...chosen, mission] : chosen.filter((one) => one !== mission));
  }
  return (
    <TickGroup required label={props.label} problem={props.missing ? text('circle.pick.missing') : undefined}>
      {others.map((mission) => (
        <div key={mission.code} className={styles.mission}>
          <Checkbox
            label={mission.name}
            checked={chosen.includes(mission.code)}
            disabled={!mission.connected}
            onChange={(_, data) => tick(mission.code, data.checked === true)}
          />
          <span className={`${look.quiet} ${styles.pin}`}>
            <PinWords mission={mission} />
          </span>
        </div>
      ))}
      <div className={styles.groups}>
        {groups.map((group) => (
          <Button key={group.key} size="small" onClick={() => setAsked(group)}>
            {`${group.name}…`}
          </Button>
        ))}
      </div>
      {asked ? (
        <Notice
          role="alert"
          tone="warning"
          what={text('circle.pick.sure', {
            group: asked.name,
            missions: names.names(asked.missions.map(({ code }) => code)),
          })}
          {...(asked.left.length > 0
            ? {
                means: text('circle.pick.left', {
                  missions: names.names(asked.left.map(({ code }) => code)),
                }),
              }
            : {})}
          actions={
            <>
              <Button
                size="small"
                appearance="primary"
                onClick={() => {
                  onChange([...new Set([...chosen, ...asked.missions.map(({ code }) => code)])]);
                  setAsked(undefined);
                }}
              >
                {text('circle.pick.yes', { count: asked.missions.length })}
              </Button>
              <Button size="small" onClick={() => setAsked(undefined)}>
                {text('shell.cancel')}
              </Button>
            </>
          }
        />
      ) : null}
    </TickGroup>
  );
}

export function PinWords(props: { readonly mission: CircleMission }): ReactNode {
  const { connected, pin, pinnedOn } = props.mission;
  const text = useText();
  const words = useWords();
  return connected
    ? text(`circle.pins.${pin}`, { day: pinnedOn ? words.day(pinnedOn) : '' })
    : text('circle.missions.notConnected');
}

/** Everybody, and each regional group that has somebody. */
function useGroups(others: readonly CircleMission[], own: MissionCode): readonly Group[] {
  const text = useText();
  const regions = [...new Set(others.flatMap((one) => one.regions))].sort();
  const sent = ({ connected, pin }: CircleMission) => connected && isVerified(pin);
  const group = (key: string, name: string, members: readonly CircleMission[]): Group => ({
    key,
    name,
    missions: members.filter(sent),
    left: members.filter((one) => !sent(one)),
  });
  return [
    group('all', text('circle.pick.all'), others),
    ...regions.map((region) =>
      group(
        region,
        text('circle.pick.region', { region: text(`circle.regions.${region}`) }),
        others.filter(({ code }) => membersOfRegion(region, others, own).includes(code)),
      ),
    ),
    // A group of one is that mission, which stands above.
  ].filter(({ missions }) => missions.length > 1);
}
