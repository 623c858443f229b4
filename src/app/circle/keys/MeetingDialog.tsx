/** Everybody around one table: each number is ticked as it is compared, or read by a scanner, and all are pinned together. */

import { Checkbox, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Circle, CircleMission } from '../../../log/circle/circle.ts';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { Digits } from './Digits.tsx';
import { scanned } from './key-words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalL },
});

export function MeetingDialog(props: {
  readonly circle: Circle;
  readonly missions: readonly CircleMission[];
  readonly onDone: (count: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, missions, onDone, onClose } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState('');
  const [differs, setDiffers] = useState(false);
  const lines = pasted.split('\n').filter((line) => line.trim() !== '');
  const codes = lines.map(scanned);
  const read = new Map(codes.flatMap((code) => (code ? [[code.mission, code.digits] as const] : [])));
  const isOdd = codes.some((code) => !code || !missions.some((mission) => mission.code === code.mission));
  const compared = missions.filter(({ code }) => ticked.has(code) || read.has(code));

  async function verify(): Promise<void> {
    setDiffers(false);
    try {
      await circle.pins.verify(
        compared.map(({ code, fingerprint = '' }) => ({
          mission: code,
          fingerprint: read.get(code) ?? fingerprint,
        })),
      );
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      setDiffers(true);
      return;
    }
    onDone(compared.length);
  }

  return (
    <FormDialog
      title={text('keys.meeting.title')}
      save={text(compared.length === 0 ? 'keys.compare.confirm' : 'keys.meeting.confirm', {
        count: compared.length,
      })}
      blocked={compared.length === 0 || isOdd}
      onSave={verify}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>{text('keys.meeting.how')}</p>
          <div className={styles.list}>
            {missions.map(({ code, name, fingerprint = '' }) => (
              <div key={code}>
                <Checkbox
                  label={text('keys.meeting.same', { mission: name })}
                  checked={ticked.has(code) || read.has(code)}
                  onChange={(_, data) => {
                    const next = new Set(ticked);
                    if (data.checked === true) next.add(code);
                    else next.delete(code);
                    setTicked(next);
                  }}
                />
                <Digits value={fingerprint} label={text('keys.compare.number', { mission: name })} />
              </div>
            ))}
          </div>
          <Field
            label={text('keys.meeting.paste')}
            hint={text('keys.meeting.pasteHint')}
            {...(isOdd ? { validationMessage: text('keys.meeting.odd') } : {})}
          >
            <Textarea
              value={pasted}
              dir="ltr"
              rows={3}
              textarea={{ spellCheck: false, autoComplete: 'off' }}
              onChange={(_, data) => {
                setDiffers(false);
                setPasted(data.value);
              }}
            />
          </Field>
          {tried && compared.length === 0 ? (
            <Notice role="alert" tone="warning" what={text('keys.meeting.none')} />
          ) : null}
          {differs ? (
            <Notice
              role="alert"
              tone="error"
              what={text('keys.meeting.differs')}
              means={text('keys.compare.differsMeans')}
              next={text('keys.compare.differsNext')}
            />
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
