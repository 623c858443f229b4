/** Takes back all or part of what was agreed, and then says what was halted and who had received what. */

import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Grant } from '../../domain/consent/consent-file.ts';
import { canonical, sameValue } from '../../domain/fields/field.ts';
import type { Code } from '../../domain/ids.ts';
import type { WithdrawOutcome } from '../../log/log.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';
import { InputGroup } from '../fields/InputGroup.tsx';
import { useLog, useView } from '../log-context.tsx';
import { textsOfConsent } from '../names/spoken-texts.ts';
import { useNameCheck } from '../names/use-name-check.tsx';
import { DialogFrame } from '../shell/DialogFrame.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useDoing } from '../shell/use-doing.ts';
import { useText, useWords } from '../words.tsx';
import { Aftermath } from './Aftermath.tsx';
import { ConsentDetails } from './ConsentDetails.tsx';
import { problemsOf, startConsent, tidy, toggled, withdrawal } from './consent-input.ts';
import { useConsentWords } from './consent-words.ts';
import { fileOf } from './files.ts';

const useStyles = makeStyles({
  ticks: { display: 'flex', flexDirection: 'column' },
});

export function WithdrawConsent(props: { readonly code: Code; onClose(): void }): ReactNode {
  const { code, onClose } = props;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const consentWords = useConsentWords();
  const names = useNameCheck();
  const { busy, failure, run } = useDoing();
  const [input, setInput] = useState<ConsentInput>(() => startConsent(code, log.today(), undefined));
  // Made once: a second try after a lost answer is the same withdrawal.
  const [id] = useState(() => log.newEntryId());
  const [part, setPart] = useState(false);
  const [rows, setRows] = useState<readonly Grant[]>([]);
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<WithdrawOutcome | undefined>();
  const agreed = distinct(
    fileOf(view, code)
      .decisions.filter(isAgreement)
      .flatMap(({ grants }) => grants),
  );
  const nothingPicked = part && rows.length === 0;
  const withdrawing = withdrawal(tidy(input), part ? rows : []);
  const problems = problemsOf(withdrawing);

  async function withdraw(): Promise<void> {
    setTried(true);
    if (problems.length > 0 || nothingPicked) return;
    await run(async () => {
      if (await names.mayGoOn(textsOfConsent(withdrawing, text)))
        setOutcome(await log.withdrawConsent(withdrawing, { id }));
    });
  }
  return (
    <DialogFrame
      alert
      title={text(outcome ? 'forms.withdraw.done' : 'forms.withdraw.title', { cover: words.cover(code) })}
      busy={busy}
      onClose={onClose}
      actions={
        outcome ? (
          <Button appearance="primary" onClick={onClose}>
            {text('forms.close')}
          </Button>
        ) : (
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void withdraw()}>
              {text(busy ? 'forms.withdraw.going' : 'forms.withdraw.go')}
            </Button>
            <Button disabledFocusable={busy} onClick={onClose}>
              {text('forms.cancel')}
            </Button>
          </>
        )
      }
    >
      {outcome ? (
        <Aftermath about={code} outcome={outcome} onLeave={onClose} />
      ) : (
        <>
          {names.asking}
          <Text>{text('forms.withdraw.means')}</Text>
          <Field label={text('forms.withdraw.what')}>
            <RadioGroup value={part ? 'part' : 'all'} onChange={(_, data) => setPart(data.value === 'part')}>
              <Radio value="all" label={text('forms.withdraw.all')} />
              <Radio value="part" label={text('forms.withdraw.part')} disabled={agreed.length === 0} />
            </RadioGroup>
          </Field>
          {part && (
            <Field
              label={text('forms.withdraw.which')}
              {...(tried && nothingPicked ? { validationMessage: text('forms.withdraw.pick') } : {})}
            >
              <InputGroup className={styles.ticks}>
                {agreed.map((grant) => (
                  <Checkbox
                    key={canonical(grant)}
                    label={consentWords.grant(grant)}
                    checked={rows.includes(grant)}
                    onChange={() => setRows(toggled(rows, grant))}
                  />
                ))}
              </InputGroup>
            </Field>
          )}
          <Field label={text('forms.withdraw.words')}>
            <Textarea
              resize="vertical"
              value={input.limits ?? ''}
              onChange={(_, data) => setInput({ ...input, limits: data.value })}
            />
          </Field>
          <ConsentDetails input={input} problems={tried ? problems : []} onChange={setInput} spoken />
          {failure !== undefined && <FailureNotice cause={failure} onRetry={() => void withdraw()} />}
        </>
      )}
    </DialogFrame>
  );
}

function isAgreement(decision: { readonly outcome: string }): boolean {
  return decision.outcome === 'given' || decision.outcome === 'given-in-part';
}

function distinct(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter((grant, index) => grants.findIndex((other) => sameValue(other, grant)) === index);
}
