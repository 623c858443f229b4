/** What they agreed to, in sixty seconds: a preset, the ticks of what was explained, and everything else behind one button. */

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { quietElements } from '../../domain/consent/consent-file.ts';
import { elementsFor } from '../../domain/consent/presets.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';
import { InputGroup } from '../fields/InputGroup.tsx';
import { useLog } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { ConsentDetails } from './ConsentDetails.tsx';
import { gapsOf, missingElements, problemsOf, toggled, withAnswer } from './consent-input.ts';
import { GrantsEditor } from './GrantsEditor.tsx';
import { usePresets } from './use-presets.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  ticks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    alignItems: 'start',
  },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  what: { color: tokens.colorNeutralForeground2 },
  gaps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export interface ConsentEditorProps {
  readonly input: ConsentInput;
  /** Problems are shown once somebody tried to save. */
  readonly showProblems: boolean;
  onChange(input: ConsentInput): void;
}

export function ConsentEditor(props: ConsentEditorProps): ReactNode {
  const { input, showProblems, onChange } = props;
  const text = useText();
  const styles = useStyles();
  const log = useLog();
  const presets = usePresets();
  const [picked, setPicked] = useState<string>('');
  const [details, setDetails] = useState(input.giver !== 'defender');
  const problems = showProblems ? problemsOf(input) : [];
  const gaps = gapsOf(input);
  const agrees = input.grants.length > 0;
  const elements = elementsFor(input.grants);

  return (
    <div className={styles.stack}>
      <Field
        label={text('forms.consent.askedUsTo')}
        {...(problems.includes('nothing-said')
          ? { validationMessage: text('forms.consent.problems.nothing-said') }
          : {})}
      >
        <RadioGroup
          value={picked}
          onChange={(_, data) => {
            const preset = presets.find(({ key }) => key === data.value);
            if (!preset) return;
            setPicked(preset.key);
            onChange(withAnswer(input, preset.answer, log.today(), log.me.mission.days));
          }}
        >
          {presets.map(({ key, name, what }) => (
            <Radio
              key={key}
              value={key}
              label={
                <>
                  {name}
                  <Text block size={200} className={styles.what}>
                    {what}
                  </Text>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {agrees && (
        <Field
          label={text('forms.consent.explained', { count: elements.length })}
          hint={text(
            elements.length === quietElements.length ? 'forms.consent.threeHint' : 'forms.consent.eightHint',
          )}
        >
          <InputGroup className={styles.ticks}>
            {elements.map((element) => (
              <Checkbox
                key={element}
                label={text(`consent.informed.${element}`)}
                checked={input.informed.includes(element)}
                onChange={() => onChange({ ...input, informed: toggled(input.informed, element) })}
              />
            ))}
          </InputGroup>
        </Field>
      )}
      <Field label={text('forms.consent.limits')} hint={text('forms.consent.limitsHint')}>
        <Textarea
          resize="vertical"
          value={input.limits ?? ''}
          onChange={(_, data) => onChange({ ...input, limits: data.value })}
        />
      </Field>
      <Field hint={text('forms.consent.statisticsHint')}>
        <Checkbox
          label={text('forms.consent.statistics')}
          checked={input.statistics}
          onChange={(_, data) => onChange({ ...input, statistics: data.checked === true })}
        />
      </Field>
      <div className={styles.said}>
        <Text>
          {text('forms.consent.said', {
            giver: text(`consent.givers.${input.giver}`),
            free: text(`consent.freeToSpeak.${input.freeToSpeak}`),
            know: text(`consent.howWeKnow.${input.howWeKnow}`),
            channel: text(`choices.channels.${input.channel}`),
          })}
        </Text>
        <Button size="small" appearance="subtle" aria-expanded={details} onClick={() => setDetails(!details)}>
          {text(details ? 'forms.consent.less' : 'forms.consent.change')}
        </Button>
      </div>
      {(details || problems.some((problem) => problem !== 'nothing-said')) && (
        <ConsentDetails input={input} problems={problems} onChange={onChange} />
      )}
      <Accordion collapsible multiple>
        <AccordionItem value="exactly">
          <AccordionHeader as="h3">
            {text('forms.consent.exactly', { count: new Set(input.grants.map(({ action }) => action)).size })}
          </AccordionHeader>
          <AccordionPanel>
            <GrantsEditor input={input} onChange={onChange} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      {gaps.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {text('forms.consent.gaps.title')}
            <ul className={styles.gaps}>
              {gaps.map((gap) => (
                <li key={gap}>
                  {text(`forms.consent.gaps.${gap}`, { count: missingElements(input).length })}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
