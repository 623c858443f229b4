/** The kinds of entries one may log, as a menu that opens when it arrives. */

import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { ReactNode } from 'react';
import type { AnyKind } from '../../../domain/record-kind.ts';
import { useText } from '../../words.tsx';
import { useOpenForm } from '../form-door.tsx';
import { KindIcon, knownFromPage } from '../kinds.tsx';
import { useRoute } from '../navigation.ts';

export function LogMenu(props: {
  readonly kinds: readonly AnyKind[];
  readonly className: string;
}): ReactNode {
  const text = useText();
  const openForm = useOpenForm();
  const route = useRoute();
  return (
    <Menu defaultOpen positioning={{ position: 'below', align: 'end', autoSize: true }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="primary"
          className={props.className}
          icon={<ChevronDown20Regular aria-hidden="true" />}
          aria-label={text('shell.logOther')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {props.kinds.map((kind) => (
            <MenuItem
              key={kind.key}
              icon={<KindIcon kind={kind.key} />}
              onClick={() => openForm({ what: 'new', kind: kind.key, values: knownFromPage(kind, route) })}
            >
              {text(`kinds.${kind.key}.log`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
