/** Always in view: where the draft is, who may see the entry, and what the button will do. */

import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { isKept } from './form-state.ts';
import type { RecordFormHandle } from './useRecordForm.ts';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    paddingBlock: tokens.spacingVerticalXS,
  },
  // A phone has the cross at the top and the back button; the room belongs to the form.
  cancel: { '@media (max-width: 480px)': { display: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function FormFooter(props: { readonly form: RecordFormHandle; onGiveUp(): void }): ReactNode {
  const { form, onGiveUp } = props;
  const { state } = form;
  const text = useText();
  const styles = useStyles();
  const log = useLog();
  const { mission } = log.me;
  const saving = state.standing.is === 'saving';
  const { need } = form;
  const covered = need?.kind === 'consent' && need.tense === 'ahead' && log.decide(need).allowed;
  const carries = (state.draft.consent?.length ?? 0) > 0;
  return (
    <>
      <div className={styles.facts}>
        <Text size={200}>
          {text('forms.seenBy', { mission: mission.name, count: mission.people.length })}
        </Text>
        <Text size={200} role="status">
          <DraftPlace form={form} />
        </Text>
      </div>
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={saving}
          {...(saving ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {saving
            ? text('forms.saving')
            : text(covered ? 'forms.saveAhead' : carries ? 'forms.saveWithConsent' : 'forms.save')}
        </Button>
        <Button className={styles.cancel} onClick={onGiveUp} disabledFocusable={saving}>
          {text('forms.cancel')}
        </Button>
      </div>
    </>
  );
}

function DraftPlace(props: { readonly form: RecordFormHandle }): ReactNode {
  const { state, changed } = props.form;
  const text = useText();
  const words = useWords();
  if (state.kept.where === 'memory') return text('forms.draft.memory');
  if (state.kept.where === 'book' && isKept(state))
    return text('forms.draft.kept', { at: words.instant(state.kept.at) });
  return changed ? text('forms.draft.soon') : '';
}
