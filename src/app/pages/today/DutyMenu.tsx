/** What else can be done with a duty than its next step: close it, set it aside, give it to a colleague, look at it. */

import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { ReactNode } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useGo } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';

export type DutyAct = 'close' | 'asked' | 'set-aside' | 'bring-back' | 'hand-over';

/** Opens as soon as it arrives: whoever asked for it pressed its button. */
export function DutyMenu(props: {
  readonly duty: Duty;
  readonly label: string;
  readonly className: string;
  readonly onAct: (act: DutyAct) => void;
}): ReactNode {
  const { duty, onAct } = props;
  const text = useText();
  const words = useWords();
  const view = useView();
  const log = useLog();
  const go = useGo();
  const entry = duty.entry && view.byEntry.get(duty.entry);
  const limit = duty.setAsideLimit;
  const stuck = limit !== undefined && limit <= log.today();
  return (
    <Menu defaultOpen positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          className={props.className}
          icon={<MoreHorizontal20Regular aria-hidden="true" />}
          aria-label={props.label}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {duty.closesIn === 'entry' ? null : (
            <MenuItem onClick={() => onAct('close')}>{text('today.close')}</MenuItem>
          )}
          {duty.needsContact && duty.closesIn !== 'entry' ? (
            <MenuItem onClick={() => onAct('asked')}>{text('today.menu.asked')}</MenuItem>
          ) : null}
          {duty.setAside ? (
            <MenuItem onClick={() => onAct('bring-back')}>{text('today.menu.bringBack')}</MenuItem>
          ) : stuck ? (
            <MenuItem disabled subText={text('today.menu.cannotWait')}>
              {text('today.menu.setAside')}
            </MenuItem>
          ) : (
            <MenuItem onClick={() => onAct('set-aside')}>{text('today.menu.setAside')}</MenuItem>
          )}
          <MenuItem onClick={() => onAct('hand-over')}>{text('today.menu.handOver')}</MenuItem>
          {entry || duty.about ? <MenuDivider /> : null}
          {entry ? (
            <MenuItem onClick={() => go({ page: 'entries', id: entry.entry })}>
              {text('today.menu.openEntry', { kind: text(`kinds.${entry.kind}.one`) })}
            </MenuItem>
          ) : null}
          {duty.about ? (
            <MenuItem onClick={() => duty.about && go({ page: 'defenders', id: duty.about })}>
              {text('today.menu.openDefender', { cover: words.cover(duty.about) })}
            </MenuItem>
          ) : null}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
