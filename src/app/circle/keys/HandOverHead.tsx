/** The head of mission signs the key of the next one: whoever trusts this mission goes on trusting it. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type { Heir } from '../../../log/circle/contract/keys.ts';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { useKeysLook } from './keys-look.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

export function HandOverHead(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const [heirs, setHeirs] = useState<readonly Heir[]>([]);
  const [chosen, setChosen] = useState<Heir>();
  useEffect(() => {
    let isCurrent = view !== undefined;
    circle.keys.heirs().then(
      (found) => {
        if (isCurrent) setHeirs(found);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [circle, view]);
  if (!circle.keys.isHead || heirs.length === 0) return null;
  const asks = chosen && !view.unlocked;
  return (
    <section className={styles.part} aria-label={text('keys.heir.title')}>
      <h2 className={look.heading}>{text('keys.heir.title')}</h2>
      <p className={look.text}>{text('keys.heir.why')}</p>
      <ul className={mergeClasses(look.list, styles.steps)}>
        {heirs.map((heir) => (
          <li key={heir.kid} className={look.row}>
            <span className={look.text}>{heir.name}</span>
            {heir.needsNewKey ? (
              <span className={look.quiet}>{text('keys.heir.newKey')}</span>
            ) : (
              <Button
                size="small"
                className={styles.touch}
                aria-label={text('keys.heir.doFor', { name: heir.name })}
                onClick={() => setChosen(heir)}
              >
                {text('keys.heir.do')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asks ? (
        <UnlockDialog
          circle={circle}
          onUnlocked={() => setChosen(chosen)}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
      {chosen && view.unlocked ? (
        <FormDialog
          alert
          title={text('keys.heir.doFor', { name: chosen.name })}
          save={text('keys.heir.do')}
          blocked={false}
          onSave={async () => {
            await circle.keys.handOver(chosen.kid);
            setChosen(undefined);
          }}
          onClose={() => setChosen(undefined)}
        >
          {() => <p className={look.text}>{text('keys.heir.means')}</p>}
        </FormDialog>
      ) : null}
    </section>
  );
}
