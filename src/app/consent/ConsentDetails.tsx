/** Who spoke, how we know, through whom, in which language; until when stands in a part of its own. */

import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { givers } from '../../domain/consent/consent-file.ts';
import { channels } from '../../domain/records/vocabulary.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';
import { useText } from '../words.tsx';
import { ConsentTimes } from './ConsentTimes.tsx';
import { type InputProblem, withGiver } from './consent-input.ts';
import { PickOne } from './PickOne.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
});

const whys = ['detained', 'missing', 'unreachable', 'incapacitated', 'minor', 'deceased', 'other'] as const;
const freedoms = ['yes', 'no', 'unclear'] as const;
const knowings = ['known-to-us', 'introduced', 'document-seen', 'not-confirmed'] as const;
const interpreters = ['none', 'sworn', 'trusted', 'family'] as const;
const evidences = ['oral', 'written', 'audio', 'message', 'public-appeal'] as const;
const witnesses = ['second-officer', 'read-back'] as const;

interface DetailsProps {
  readonly input: ConsentInput;
  /** Only who spoke and how: a withdrawal has neither an end nor a condition. */
  readonly spoken?: boolean;
  readonly problems: readonly InputProblem[];
  onChange(input: ConsentInput): void;
}

export function ConsentDetails(props: DetailsProps): ReactNode {
  const { input, problems, spoken = false, onChange } = props;
  const text = useText();
  const styles = useStyles();
  const other = input.giver !== 'defender';
  const isPublic = input.grants.some(
    (grant) => grant.action === 'publicity' || grant.audiences.includes('public'),
  );
  const wrong = (problem: InputProblem) =>
    problems.includes(problem) ? { validationMessage: text(`forms.consent.problems.${problem}`) } : {};
  return (
    <div className={styles.grid}>
      <Field label={text('forms.consent.giver')}>
        <PickOne
          keys={givers}
          value={input.giver}
          name={(key) => text(`consent.givers.${key}`)}
          onPick={(giver) => onChange(withGiver(input, giver))}
        />
      </Field>
      {other && (
        <>
          <Field
            label={text('forms.consent.giverRef')}
            hint={text('forms.consent.giverRefHint')}
            required
            {...wrong('giver-ref')}
          >
            <Input
              value={input.giverRef}
              maxLength={80}
              onChange={(_, data) => onChange({ ...input, giverRef: data.value })}
            />
          </Field>
          <Field label={text('forms.consent.why')} required {...wrong('why-not-defender')}>
            <PickOne
              keys={whys}
              value={input.whyNotDefender}
              name={(key) => text(`consent.whyNotDefender.${key}`)}
              onPick={(whyNotDefender) => onChange({ ...input, whyNotDefender })}
            />
          </Field>
        </>
      )}
      <Field label={text('forms.consent.freeLabel')} hint={text('forms.consent.freeHint')}>
        <RadioGroup
          layout="horizontal"
          value={input.freeToSpeak}
          onChange={(_, data) => onChange({ ...input, freeToSpeak: pick(freedoms, data.value, 'unclear') })}
        >
          {freedoms.map((key) => (
            <Radio key={key} value={key} label={text(`forms.consent.freeShort.${key}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={text('forms.consent.knowLabel')}>
        <PickOne
          keys={knowings}
          value={input.howWeKnow}
          name={(key) => text(`consent.howWeKnow.${key}`)}
          onPick={(howWeKnow) => onChange({ ...input, howWeKnow })}
        />
      </Field>
      <Field label={text('forms.consent.channel')}>
        <PickOne
          keys={channels}
          value={pick(channels, input.channel, 'in-person')}
          name={(key) => text(`choices.channels.${key}`)}
          onPick={(channel) => onChange({ ...input, channel })}
        />
      </Field>
      <Field label={text('forms.consent.language')}>
        <Input
          value={input.language ?? ''}
          maxLength={80}
          onChange={(_, data) => onChange({ ...input, language: data.value })}
        />
      </Field>
      <Field label={text('forms.consent.interpreter')}>
        <PickOne
          keys={interpreters}
          value={input.interpreter}
          name={(key) => text(`consent.interpreter.${key}`)}
          onPick={(interpreter) => onChange({ ...input, interpreter })}
        />
      </Field>
      <Field label={text('forms.consent.evidence')}>
        <PickOne
          keys={evidences}
          value={input.evidence?.form}
          name={(key) => text(`consent.ways.${key}`)}
          onPick={(form) => onChange({ ...input, evidence: { ...input.evidence, form } })}
        />
      </Field>
      {input.evidence && input.evidence.form !== 'oral' && (
        <Field label={text('forms.consent.evidenceWhere')} {...wrong('public-appeal-where')}>
          <Input
            value={input.evidence.where ?? ''}
            maxLength={255}
            onChange={(_, data) =>
              onChange({ ...input, evidence: { form: input.evidence?.form ?? 'oral', where: data.value } })
            }
          />
        </Field>
      )}
      {isPublic && (input.evidence?.form ?? 'oral') === 'oral' && (
        <Field label={text('forms.consent.witness')}>
          <PickOne
            keys={witnesses}
            value={input.witness}
            name={(key) => text(`consent.witness.${key}`)}
            onPick={(witness) => onChange({ ...input, witness })}
          />
        </Field>
      )}
      {!spoken && <ConsentTimes input={input} onChange={onChange} />}
      {input.whyNotDefender === 'minor' && (
        <Field label={text('forms.consent.childView')}>
          <Input
            value={input.childView ?? ''}
            maxLength={2000}
            onChange={(_, data) => onChange({ ...input, childView: data.value })}
          />
        </Field>
      )}
    </div>
  );
}

function pick<K extends string>(keys: readonly K[], value: string, otherwise: K): K {
  return keys.find((key) => key === value) ?? otherwise;
}
