/** Facts for whoever helps: versions, state of sign-in, the last requests. No names, no content. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import { type ReactNode, useState } from 'react';
import type { Log } from '../../../log/log.ts';
import type { Host } from '../../../teams/host.ts';
import { useHost, useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  value: { margin: 0 },
  trail: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The last requests as lines: time, method, path without content, status, number for support. */
export function trailLines(trail: ReturnType<Log['trail']>): readonly string[] {
  return trail.map((line) =>
    [new Date(line.at).toISOString().slice(11, 19), line.method, line.path, line.status, line.requestId ?? '']
      .join(' ')
      .trimEnd(),
  );
}

function factsOf(host: Host, skew: number): Readonly<Record<string, string>> {
  return { ...host.diagnostics(), clockSkewSeconds: String(skew) };
}

export function Diagnostics(): ReactNode {
  const host = useHost();
  const log = useLog();
  const view = useView();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const facts = factsOf(host, view.sync.clockSkewSeconds);
  const lines = trailLines(log.trail());
  const whole = [...Object.entries(facts).map(([name, value]) => `${name}: ${value}`), '', ...lines].join(
    '\n',
  );
  return (
    <>
      <p className={look.text}>{text('settings.diagnostics.promise')}</p>
      <dl className={mergeClasses(look.card, styles.facts)}>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={look.quiet}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary className={look.quiet}>
          {text('settings.diagnostics.trail', { count: lines.length })}
        </summary>
        <pre className={mergeClasses(look.card, styles.trail)}>{lines.join('\n')}</pre>
      </details>
      <div className={look.row}>
        <Button
          icon={<Copy20Regular aria-hidden="true" />}
          onClick={() => {
            navigator.clipboard.writeText(whole).then(
              () => setCopied('yes'),
              () => setCopied('no'),
            );
          }}
        >
          {text('settings.diagnostics.copy')}
        </Button>
        <span role="status" className={look.quiet}>
          {copied ? text(`settings.diagnostics.copied.${copied}`) : ''}
        </span>
      </div>
    </>
  );
}
