/** The mission's keys, one after the other: since when, what each opens, and new ones when there is a reason. */

import { Button, Field, mergeClasses, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type RotationReason, rotationReasons } from '../../../domain/circle/rotation.ts';
import { addDays } from '../../../domain/ids.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useKeysLook } from './keys-look.ts';

/** New keys every year, even when nothing happened. */
const YEAR_DAYS = 365;

export function Epochs(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useKeysLook();
  const [isRotating, setRotating] = useState(false);
  const [shown, setShown] = useState<number>();
  const { epochs } = circle.keys;
  const isDue = (epochs[0]?.from ?? log.today()) < addDays(log.today(), -YEAR_DAYS);
  return (
    <div className={styles.part}>
      <ul className={mergeClasses(look.list, look.card)}>
        {epochs.map(({ epoch, from, retiredOn }) => (
          <li key={epoch} className={mergeClasses(styles.card)} style={{ border: 'none' }}>
            <span className={look.text}>
              {text(retiredOn ? 'keys.epochs.was' : 'keys.epochs.is', {
                epoch,
                from: words.day(from),
                to: retiredOn ? words.day(retiredOn) : '',
              })}
            </span>
            <div className={styles.actions}>
              <Button
                size="small"
                className={styles.touch}
                aria-expanded={shown === epoch}
                onClick={() => setShown(shown === epoch ? undefined : epoch)}
              >
                {text('keys.epochs.opens', { epoch })}
              </Button>
            </div>
            {shown === epoch ? <Readable circle={circle} view={view} epoch={epoch} /> : null}
          </li>
        ))}
      </ul>
      {isDue ? <Notice tone="warning" what={text('keys.epochs.due')} /> : null}
      {may(log.me, 'act') ? (
        <div className={styles.actions}>
          <Button className={styles.touch} onClick={() => setRotating(true)}>
            {text('keys.rotate.do')}
          </Button>
        </div>
      ) : null}
      {isRotating ? <Rotate circle={circle} onClose={() => setRotating(false)} /> : null}
    </div>
  );
}

function Readable(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly epoch: number;
}): ReactNode {
  const { circle, view, epoch } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const ids = new Set(circle.keys.readableWith(epoch));
  const entries = view.entries.filter(({ entry, coarse }) => ids.has(entry) && coarse !== 'circle');
  const nameOf = (code: string) => view.missions.find((each) => each.code === code)?.name ?? code;
  if (entries.length === 0) return <p className={look.quiet}>{text('keys.epochs.opensNone')}</p>;
  return (
    <>
      <p className={look.text}>{text('keys.epochs.opensCount', { count: entries.length })}</p>
      <ul className={styles.list}>
        {entries.map(({ entry, from, coarse, code, week }) => (
          <li key={entry} className={look.text}>
            {[text(`keys.coarse.${coarse}`), nameOf(from), week, code].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Rotate(props: { readonly circle: Circle; readonly onClose: () => void }): ReactNode {
  const { circle, onClose } = props;
  const text = useText();
  const look = useLook();
  const [why, setWhy] = useState<RotationReason>();
  return (
    <FormDialog
      alert
      title={text('keys.rotate.title')}
      save={text('keys.rotate.confirm')}
      saving={text('keys.rotate.working')}
      blocked={why === undefined}
      onSave={async () => {
        if (why) await circle.keys.rotate(why);
        onClose();
      }}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>{text('keys.rotate.means')}</p>
          <Field
            label={text('keys.rotate.why')}
            required
            {...(tried && why === undefined ? { validationMessage: text('keys.rotate.choose') } : {})}
          >
            <RadioGroup
              value={why ?? ''}
              onChange={(_, data) => setWhy(rotationReasons.find((reason) => reason === data.value))}
            >
              {rotationReasons.map((reason) => (
                <Radio key={reason} value={reason} label={text(`keys.rotate.reason.${reason}`)} />
              ))}
            </RadioGroup>
          </Field>
          <p className={look.text}>{text('keys.rotate.after')}</p>
        </>
      )}
    </FormDialog>
  );
}
