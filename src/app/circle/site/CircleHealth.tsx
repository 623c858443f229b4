/** Settings, "Circle site": whether each configured circle is open, what its site lacks, and for an owner its set-up. */

import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ListCheck } from '../../../log/circle/check.ts';
import type { Circle } from '../../../log/circle/circle.ts';
import type { CircleSite } from '../../../log/circle/site.ts';
import { useLifeLook } from '../../life/look.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { siteAddress } from '../../start/site-address.ts';
import { useText } from '../../words.tsx';
import { useCircles, useCircleView } from '../use-circles.ts';
import { CircleByHand } from './CircleByHand.tsx';
import { CircleLists } from './CircleLists.tsx';
import { CircleTrouble } from './CircleTrouble.tsx';
import { CircleUndone } from './CircleUndone.tsx';
import { type SiteState, useCircleSites } from './use-circle-sites.ts';

const useStyles = makeStyles({
  address: { margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  progress: { display: 'grid', rowGap: tokens.spacingVerticalXS, maxInlineSize: '420px' },
});

export function CircleHealth(): ReactNode {
  const sites = useCircleSites();
  const text = useText();
  const look = useLook();
  const life = useLifeLook();
  if (sites.failure !== undefined) return <FailureNotice cause={sites.failure} onRetry={sites.again} />;
  if (!sites.value)
    return (
      <div role="status" aria-label={text('circleSite.reading')}>
        <RowsSkeleton count={3} />
      </div>
    );
  if (sites.value.length === 0)
    return (
      <Notice
        tone="info"
        what={text('circleSite.none.what')}
        means={text('circleSite.none.means')}
        next={text('circleSite.none.next')}
      />
    );
  return (
    <div className={life.section}>
      <p className={look.text}>{text('circleSite.why')}</p>
      {sites.value.map((state) => (
        <OneSite key={state.site.id} state={state} onAgain={() => sites.reopen(state.site)} />
      ))}
    </div>
  );
}

/** What is going on with one site. */
interface Doing {
  readonly step?: 'checking' | 'setting-up';
  readonly progress?: { readonly done: number; readonly all?: number };
  readonly lists?: readonly ListCheck[];
  readonly isSetUp?: true;
  readonly failure?: unknown;
}

function OneSite(props: { readonly state: SiteState; readonly onAgain: () => Promise<void> }): ReactNode {
  const { state, onAgain } = props;
  const { site, trouble } = state;
  const text = useText();
  const look = useLook();
  const life = useLifeLook();
  const styles = useStyles();
  const [doing, setDoing] = useState<Doing>({});
  const isOpen = trouble === undefined || trouble === 'not-provisioned';

  async function check(): Promise<void> {
    setDoing({ step: 'checking' });
    try {
      setDoing({ lists: await site.check() });
    } catch (failure) {
      setDoing({ failure });
    }
  }
  async function setUp(): Promise<void> {
    setDoing({ step: 'setting-up' });
    try {
      await site.setUp((done, all) =>
        setDoing({ step: 'setting-up', progress: { done, ...(all === undefined ? {} : { all }) } }),
      );
      await onAgain();
      setDoing({ lists: await site.check(), isSetUp: true });
    } catch (failure) {
      setDoing({ failure });
    }
  }

  return (
    <section className={life.part} aria-label={text('circleSite.title', { site: siteAddress(site.id) })}>
      <h2 className={look.heading}>
        <span className={styles.address} translate="no">
          {siteAddress(site.id)}
        </span>
      </h2>
      {trouble === undefined ? (
        <p className={look.text} role="status">
          {text('circleSite.open')}
        </p>
      ) : (
        <CircleTrouble trouble={trouble} site={site.id} onAgain={onAgain} />
      )}
      {trouble === undefined ? <Undone id={site.id} /> : null}
      {isOpen ? (
        <>
          <p className={look.text}>{text('circleSite.tries')}</p>
          <div className={styles.actions}>
            <Button className={life.touch} disabled={doing.step !== undefined} onClick={() => void check()}>
              {text(doing.step === 'checking' ? 'circleSite.checking' : 'circleSite.check')}
            </Button>
          </div>
          {doing.lists ? <CircleLists lists={doing.lists} /> : null}
        </>
      ) : null}
      {doing.isSetUp ? <Notice role="status" tone="success" what={text('circleSite.wasSetUp')} /> : null}
      {doing.failure !== undefined ? <Failed site={site} cause={doing.failure} /> : null}
      {isOpen ? (
        <CircleByHand
          disabled={doing.step !== undefined}
          label={text(doing.step === 'setting-up' ? 'circleSite.settingUp' : 'circleSite.setUp')}
          onSetUp={() => void setUp()}
        >
          {doing.step === 'setting-up' ? (
            <div className={styles.progress}>
              <ProgressBar
                {...(doing.progress?.all ? { value: doing.progress.done, max: doing.progress.all } : {})}
                aria-label={text('circleSite.settingUp')}
              />
            </div>
          ) : null}
        </CircleByHand>
      ) : null}
    </section>
  );
}

/** Being refused here is nothing that failed: the person is no owner of that site. */
function Failed(props: { readonly site: CircleSite; readonly cause: unknown }): ReactNode {
  const text = useText();
  const { cause, site } = props;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'forbidden' && code !== 'cancelled' && code !== 'consent-required')
    return <FailureNotice cause={cause} />;
  const words = code === 'forbidden' ? 'circleSite.notOwner' : `signIn.${code}`;
  return (
    <Notice
      role="alert"
      tone="warning"
      what={text(`${words}.what`)}
      means={text(`${words}.means`)}
      next={text(`${words}.next`, { site: siteAddress(site.id) })}
    />
  );
}

/** What upkeep of an open circle could not do. */
function Undone(props: { readonly id: string }): ReactNode {
  const circle = useCircles().circles?.find(({ id }) => id === props.id);
  return circle ? <UndoneIn circle={circle} /> : null;
}

function UndoneIn(props: { readonly circle: Circle }): ReactNode {
  return <CircleUndone circle={props.circle} view={useCircleView(props.circle)} />;
}
