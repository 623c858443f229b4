/** Another mission: whether its key is verified, since when and how, in words, with what can be done about it. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldError20Regular } from '@fluentui/react-icons/svg/shield-error';
import type { ReactNode } from 'react';
import type { CircleMission } from '../../../log/circle/circle.ts';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';

export function PinRow(props: {
  readonly mission: CircleMission;
  readonly onWish: (what: 'compare' | 'vouch' | 'unpin') => void;
}): ReactNode {
  const { mission, onWish } = props;
  const { name, pin, connected, pinnedOn, verifiedUsOn, fingerprint } = mission;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const isTrusted = pin === 'in-person' || pin === 'predecessor' || pin === 'vouched';
  const Icon = isTrusted ? ShieldCheckmark20Regular : ShieldError20Regular;
  const state = connected || pin !== 'no-card' ? pin : 'not-connected';
  return (
    <li className={mergeClasses(shared.item)} data-mission={mission.code}>
      <span className={shared.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={shared.said}>
        <span className={look.strong}>{name}</span>
        <div className={look.text}>
          {text(`keys.pin.${state}`, { day: pinnedOn ? words.day(pinnedOn) : '' })}
        </div>
        {isTrusted ? (
          <div className={look.quiet}>
            {verifiedUsOn
              ? text('keys.pin.theyToo', { day: words.day(verifiedUsOn) })
              : text('keys.pin.theyNot')}
          </div>
        ) : null}
      </div>
      <div className={shared.actions}>
        {fingerprint === undefined ? null : (
          <Button
            size="small"
            {...(isTrusted ? {} : { appearance: 'primary' as const })}
            className={shared.touch}
            aria-label={text('keys.compare.doFor', { mission: name })}
            onClick={() => onWish('compare')}
          >
            {text(isTrusted ? 'keys.compare.again' : 'keys.compare.do')}
          </Button>
        )}
        {pin === 'in-person' || pin === 'predecessor' ? (
          <Button
            size="small"
            className={shared.touch}
            aria-label={text('keys.vouch.doFor', { mission: name })}
            onClick={() => onWish('vouch')}
          >
            {text('keys.vouch.do')}
          </Button>
        ) : null}
        {isTrusted && pin !== 'vouched' ? (
          <Button
            size="small"
            className={shared.touch}
            aria-label={text('keys.unpin.doFor', { mission: name })}
            onClick={() => onWish('unpin')}
          >
            {text('keys.unpin.do')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
