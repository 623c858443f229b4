/** What exactly was agreed, action by action: towards whom, with how much of the person, with which data. */

import { Checkbox, Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Grant } from '../../domain/consent/consent-file.ts';
import {
  type Audience,
  closedAudiences,
  consentActions,
  dataCategories,
  identityLevels,
} from '../../domain/consent/need.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';
import { InputGroup } from '../fields/InputGroup.tsx';
import { useLog, useView } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { toggleAction, toggleAudience, toggled, withGrants } from './consent-input.ts';
import { useConsentWords } from './consent-words.ts';
import { ngoAudiences } from './ngo-audiences.ts';

const useStyles = makeStyles({
  action: {
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
  },
  scope: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    paddingBlockEnd: tokens.spacingVerticalM,
  },
  ticks: { display: 'flex', flexDirection: 'column' },
});

export function GrantsEditor(props: {
  readonly input: ConsentInput;
  onChange(input: ConsentInput): void;
}): ReactNode {
  const { input, onChange } = props;
  const text = useText();
  const styles = useStyles();
  const log = useLog();
  const change = (grants: readonly Grant[]) =>
    onChange(withGrants(input, grants, log.today(), log.me.mission.days));
  return (
    <div>
      {consentActions.map((action) => {
        const rows = input.grants.filter((one) => one.action === action);
        const refused = input.refuses.some((one) => one.action === action);
        return (
          <div key={action} className={styles.action}>
            <Checkbox
              label={
                refused
                  ? text('forms.consent.actionRefused', { action: text(`consent.actions.${action}`) })
                  : text(`consent.actions.${action}`)
              }
              checked={rows.length > 0}
              onChange={() => change(toggleAction(input.grants, action))}
            />
            {rows.map((grant, place) => (
              <Scope
                // Rows have no name of their own and stay in their order.
                key={`${action} ${place.toString()}`}
                grant={grant}
                onAudience={(audience) => change(toggleAudience(input.grants, grant, audience))}
                onChange={(next) => change(input.grants.map((one) => (one === grant ? next : one)))}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Scope(props: {
  readonly grant: Grant;
  onAudience(audience: Audience): void;
  onChange(grant: Grant): void;
}): ReactNode {
  const { grant, onAudience, onChange } = props;
  const text = useText();
  const styles = useStyles();
  const consentWords = useConsentWords();
  const view = useView();
  const { circle } = useLog().me.mission;
  const offered = new Set<Audience>([
    ...closedAudiences,
    ...(circle ? ([`circle:${circle}`] as const) : []),
    ...ngoAudiences(view).flatMap(({ audience, isInDoubt }) => (isInDoubt ? [] : [audience])),
    ...grant.audiences,
  ]);
  return (
    <div className={styles.scope}>
      <Field label={text('forms.consent.towards')}>
        <InputGroup className={styles.ticks}>
          {[...offered].map((audience) => (
            <Checkbox
              key={audience}
              label={consentWords.audience(audience)}
              checked={grant.audiences.includes(audience)}
              onChange={() => onAudience(audience)}
            />
          ))}
        </InputGroup>
      </Field>
      <Field label={text('forms.consent.identity')}>
        <Dropdown
          value={text(`consent.identity.${grant.identity}`)}
          selectedOptions={[grant.identity]}
          onOptionSelect={(_, data) => {
            const identity = identityLevels.find((level) => level === data.optionValue);
            if (identity) onChange({ ...grant, identity });
          }}
        >
          {identityLevels.map((level) => (
            <Option key={level} value={level}>
              {text(`consent.identity.${level}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={text('forms.consent.categories')}>
        <InputGroup className={styles.ticks}>
          {dataCategories.map((category) => (
            <Checkbox
              key={category}
              label={text(`consent.categories.${category}`)}
              checked={grant.categories.includes(category)}
              onChange={() => onChange({ ...grant, categories: toggled(grant.categories, category) })}
            />
          ))}
        </InputGroup>
      </Field>
    </div>
  );
}
