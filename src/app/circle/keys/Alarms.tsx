/** What other missions signed and does not fit together: what to do, and "we asked them", after which their word counts again. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { MissionCode } from '../../../domain/ids.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useMissionWords } from '../mission-words.ts';

interface Props {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly onCleared: (said: string) => void;
}

export function Alarms({ circle, view, onCleared }: Props): ReactNode {
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useCircleLook();
  const missions = useMissionWords(view);
  const [asked, setAsked] = useState<MissionCode>();
  const alarmed = [...new Set(view.alarms.map(({ mission }) => mission))];
  const whatOf = (code: MissionCode) =>
    view.alarms
      .filter(({ mission }) => mission === code)
      .map(({ what }) => text(`keys.alarm.${what}`, { mission: missions.name(code) }))
      .join(' ');
  return (
    <>
      {alarmed.map((code) => (
        <Notice
          key={code}
          role="alert"
          tone="error"
          what={whatOf(code)}
          means={text('keys.alarm.means')}
          next={text('keys.alarm.next')}
          {...(may(log.me, 'act')
            ? {
                actions: (
                  <Button
                    size="small"
                    className={styles.touch}
                    aria-label={text('keys.alarm.clearFor', { mission: missions.name(code) })}
                    onClick={() => setAsked(code)}
                  >
                    {text('keys.alarm.clear')}
                  </Button>
                ),
              }
            : {})}
        />
      ))}
      {asked === undefined ? null : (
        <FormDialog
          alert
          title={text('keys.alarm.title', { mission: missions.name(asked) })}
          save={text('keys.alarm.clear')}
          blocked={false}
          onSave={async () => {
            await circle.pins.clearAlarms(asked);
            setAsked(undefined);
            onCleared(text('keys.alarm.cleared', { mission: missions.name(asked) }));
          }}
          onClose={() => setAsked(undefined)}
        >
          {() => <p className={look.text}>{text('keys.alarm.sure', { mission: missions.name(asked) })}</p>}
        </FormDialog>
      )}
    </>
  );
}
