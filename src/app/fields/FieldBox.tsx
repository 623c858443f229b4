/** Label above, hint below, error in place: the frame around every control of a form. */

import { Field as Frame } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../../domain/fields/field.ts';
import { useText } from '../words.tsx';
import type { FieldFrameProps } from './control.ts';
import { controls } from './controls.tsx';
import { useProblemWords } from './problem-words.ts';

/** The element that the error summary leads to. */
export function anchorOf(entry: string, key: string): string {
  return `field-${entry}-${key}`;
}

export function FieldBox(props: FieldFrameProps): ReactNode {
  const { id, cautions = [], needed = false, onLeave, ...given } = props;
  const { field, words, problems } = given;
  const text = useText();
  const say = useProblemWords();
  const Control = controls[field.kind];
  const hints = [
    optional(text, `${words}.hint`),
    field.settings.noNames ? text('forms.noNames') : undefined,
  ].filter((hint) => hint !== undefined);
  const inside = problems.filter((problem) => problem.row === undefined && problem.part === undefined);
  const message = problems.length > 0 ? problemText(say, inside, problems, words) : undefined;
  return (
    <div id={id} {...(message ? { 'data-invalid': '' } : {})}>
      <Frame
        label={text(`${words}.label`)}
        required={field.required || needed}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
        }}
        {...(hints.length > 0 ? { hint: hints.join(' ') } : {})}
        {...(message
          ? { validationMessage: message, validationState: 'error' as const }
          : cautions.length > 0
            ? { validationMessage: cautions.join(' '), validationState: 'warning' as const }
            : {})}
      >
        <Control {...given} Box={FieldBox} />
      </Frame>
    </div>
  );
}

function problemText(
  say: (problem: Problem, words: string) => string,
  inside: readonly Problem[],
  all: readonly Problem[],
  words: string,
): string {
  const said = (inside.length > 0 ? inside : all).map((problem) => say(problem, words));
  return [...new Set(said)].join(' ');
}

function optional(text: (key: string) => string, key: string): string | undefined {
  const found = text(key);
  return found === key ? undefined : found;
}
