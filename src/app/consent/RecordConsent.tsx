/** Records what somebody decided, from wherever the question came up: a refusal, an empty cell, a history. */

import { Button, MessageBar, MessageBarActions, MessageBarBody, Text } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { semicolon } from '../../domain/fields/signs.ts';
import type { Code, EntryId } from '../../domain/ids.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';
import { useLog } from '../log-context.tsx';
import { textsOfConsent } from '../names/spoken-texts.ts';
import { useNameCheck } from '../names/use-name-check.tsx';
import { DialogFrame } from '../shell/DialogFrame.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useDoing } from '../shell/use-doing.ts';
import { useText, useWords } from '../words.tsx';
import { ConsentEditor } from './ConsentEditor.tsx';
import {
  type Asked,
  grantsFor,
  leftOpen,
  problemsOf,
  startConsent,
  tidy,
  withGrants,
} from './consent-input.ts';
import { useConsentWords } from './consent-words.ts';
import { mayCount } from './files.ts';

/** `need` fills in what was asked; several `codes` are answered one after the other. */
export function RecordConsent(props: {
  readonly codes: readonly Code[];
  readonly need?: Asked;
  readonly source?: EntryId;
  /** `recorded` is true once every one of them is in the mission's book. */
  onClose(recorded: boolean): void;
}): ReactNode {
  const { codes, need, source, onClose } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const consentWords = useConsentWords();
  const names = useNameCheck();
  const { busy, failure, run } = useDoing();
  const [place, setPlace] = useState(0);
  const [edited, setEdited] = useState<ConsentInput | undefined>();
  const [tried, setTried] = useState(false);
  // Made once: a second try after a lost answer is the same decision.
  const [ids] = useState(() => codes.map(() => log.newEntryId()));
  const code = codes[place];
  const id = ids[place];
  if (!code || !id) return null;
  const input = edited ?? opening(code);
  const asked = need ? grantsFor(need) : [];
  // A preset takes the place of what was asked: whoever picks one sees what it leaves out, before the step is refused again.
  const open = input.grants.length > 0 ? leftOpen(asked, input.grants) : [];

  function opening(about: Code): ConsentInput {
    const own = log.me.mission.days;
    const start = startConsent(about, log.today(), undefined, mayCount(log, about), own);
    return need ? withGrants(start, grantsFor(need), log.today(), own) : start;
  }
  async function save(recordingId: EntryId): Promise<void> {
    setTried(true);
    if (problemsOf(input).length > 0) return;
    await run(async () => {
      if (!(await names.mayGoOn(textsOfConsent(tidy(input), text)))) return;
      await log.recordConsent(tidy(input), { id: recordingId, ...(source ? { source } : {}) });
      if (place + 1 === codes.length) return onClose(true);
      setPlace(place + 1);
      setEdited(undefined);
      setTried(false);
    });
  }
  return (
    <DialogFrame
      alert
      title={text('forms.consent.recordTitle', { cover: words.cover(code) })}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void save(id)}>
            {text(busy ? 'forms.saving' : 'forms.consent.record')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => onClose(false)}>
            {text('forms.cancel')}
          </Button>
        </>
      }
    >
      {names.asking}
      {codes.length > 1 && (
        <MessageBar>
          <MessageBarBody>
            {text('forms.consent.oneOf', { number: place + 1, all: codes.length })}
          </MessageBarBody>
        </MessageBar>
      )}
      {asked.map(consentWords.grant).map((what) => (
        <Text block key={what}>
          {text('forms.consent.forThis', { what })}
        </Text>
      ))}
      <ConsentEditor key={code} input={input} showProblems={tried} onChange={setEdited} />
      {open.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {text('forms.consent.stillOpen', {
              what: open.map(consentWords.grant).join(semicolon(words.locale)),
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() =>
                setEdited(withGrants(input, [...input.grants, ...open], log.today(), log.me.mission.days))
              }
            >
              {text('forms.consent.addAsked')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {failure !== undefined && <FailureNotice cause={failure} onRetry={() => void save(id)} />}
    </DialogFrame>
  );
}
