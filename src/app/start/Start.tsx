/** What is shown before there is a log: opening, signing in, what stands in the way, which mission. Each has a way on. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { BuildingGovernment24Regular } from '@fluentui/react-icons/svg/building-government';
import type { ReactNode } from 'react';
import { personLine } from '../../domain/person-line.ts';
import type { Person } from '../../domain/record-kind.ts';
import type { Host } from '../../teams/host.ts';
import type { SignInErrorCode } from '../../teams/sign-in-error.ts';
import { later } from '../later.ts';
import { Frame } from '../shell/Frame.tsx';
import { failureOf } from '../shell/failure.ts';
import { LazyPart } from '../shell/LazyPart.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import type { Describe } from './DescribeMission.tsx';
import { Opening } from './Opening.tsx';
import { siteAddress } from './site-address.ts';

const DescribeMission = later(
  () => import('./DescribeMission.tsx').then((file) => file.DescribeMission),
  'pages',
  'forms',
);
const SetUp = later(() => import('./SetUp.tsx').then((file) => file.SetUp), 'pages');

/** Where the start stands; whoever drives it hands over the next state. */
export type StartState =
  /** Something is on its way; a skeleton shows. */
  | { readonly at: 'opening' }
  /** The host's own page for adding the tab to a channel: nothing to choose, its Save button is enabled. */
  | { readonly at: 'configure' }
  /** No token. `onSignIn` runs inside the click, as sign-in windows must. */
  | { readonly at: 'sign-in'; readonly code: SignInErrorCode; readonly onSignIn: () => void }
  /** `config.json` is not there or wrong; `fields` names what is wrong in it. */
  | { readonly at: 'config'; readonly fields: readonly string[]; readonly onRetry: () => void }
  /** None of the mission sites in the configuration answered this person. */
  | { readonly at: 'no-mission'; readonly onRetry: () => void }
  /** The site is there, its lists are not. `onSetUp` runs inside the click; `refused` once it turned out not to be an owner's. */
  | {
      readonly at: 'not-set-up';
      readonly site: string;
      readonly refused?: true;
      readonly onRetry: () => void;
      readonly onSetUp: () => void;
    }
  /** Lists are being created. */
  | { readonly at: 'setting-up'; readonly done: number; readonly all?: number }
  /** The lists are there; what Graph cannot set is left to the owner. */
  | { readonly at: 'was-set-up'; readonly site: string; readonly onNext: () => void }
  /** Nobody has said yet whose book this is. `onDescribe` rejects with a StoreError. */
  | { readonly at: 'describe'; readonly onDescribe: Describe }
  /** The book is somebody's, and this person is not on its list. `refused` once they turned out not to be able to write. */
  | {
      readonly at: 'not-listed';
      readonly site: string;
      readonly person: Person;
      readonly refused?: true;
      readonly onAsk: () => void;
    }
  /** The book could not be opened. */
  | { readonly at: 'failed'; readonly cause: unknown; readonly onRetry: () => void }
  /** Several missions answered. `name` as the site calls itself. */
  | {
      readonly at: 'choose';
      readonly missions: readonly { readonly key: string; readonly name: string; readonly place?: string }[];
      readonly onChoose: (key: string) => void;
    };

const useStyles = makeStyles({
  page: {
    display: 'grid',
    alignContent: 'start',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '640px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  scroll: {
    blockSize: '100%',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  missions: { display: 'grid', rowGap: tokens.spacingVerticalS },
  mission: { justifyContent: 'start', textAlign: 'start', minBlockSize: '56px' },
  name: { display: 'grid' },
});

/** Stands on its own: brings theme and language along. */
export function Start(props: { readonly host: Host; readonly state: StartState }): ReactNode {
  return (
    <Frame host={props.host}>
      <Started state={props.state} zone={props.host.place.timeZone} />
    </Frame>
  );
}

function Started(props: { readonly state: StartState; readonly zone: string | undefined }): ReactNode {
  const { state } = props;
  const styles = useStyles();
  if (state.at === 'opening') return <Opening />;
  return (
    <div className={styles.scroll}>
      <main className={styles.page} data-start={state.at}>
        <LazyPart>
          <Standing state={state} zone={props.zone} />
        </LazyPart>
      </main>
    </div>
  );
}

function Standing(props: {
  readonly state: Exclude<StartState, { readonly at: 'opening' }>;
  readonly zone: string | undefined;
}): ReactNode {
  const { state } = props;
  switch (state.at) {
    case 'configure':
      return <Configure />;
    case 'sign-in':
      return (
        <Obstacle
          words={`signIn.${state.code}`}
          tone={state.code === 'interaction-required' || state.code === 'cancelled' ? 'info' : 'warning'}
          button="start.signIn"
          onButton={state.onSignIn}
        />
      );
    case 'config':
      return (
        <Obstacle
          words="start.config"
          tone="error"
          button="shell.retry"
          onButton={state.onRetry}
          detail={state.fields.join(', ')}
        />
      );
    case 'no-mission':
      return (
        <Obstacle words="start.noMission" tone="warning" button="shell.retry" onButton={state.onRetry} />
      );
    case 'not-set-up':
    case 'was-set-up':
      return <SetUp {...state} />;
    case 'describe':
      return <DescribeMission onDescribe={state.onDescribe} zone={props.zone} />;
    case 'not-listed':
      return (
        <Obstacle
          words={state.refused ? 'start.cannotAsk' : 'start.notListed'}
          tone={state.refused ? 'warning' : 'info'}
          button={state.refused ? 'shell.retry' : 'start.notListed.button'}
          onButton={state.onAsk}
          site={state.site}
          {...(state.refused ? { line: personLine(state.person) } : {})}
        />
      );
    case 'setting-up':
      return <SettingUp done={state.done} all={state.all} />;
    case 'failed': {
      const { code, requestId } = failureOf(state.cause);
      return (
        <Obstacle
          words={`errors.${code}`}
          tone="error"
          button="shell.retry"
          onButton={state.onRetry}
          detail={requestId}
        />
      );
    }
    case 'choose':
      return <Choose missions={state.missions} onChoose={state.onChoose} />;
  }
}

function Configure(): ReactNode {
  const text = useText();
  const look = useLook();
  return (
    <>
      <h1 className={look.title}>{text('start.configure.what')}</h1>
      <p className={look.text}>{text('start.configure.means')}</p>
    </>
  );
}

function Obstacle(props: {
  /** Place of `what`, `means` and `next` in the texts. */
  readonly words: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly button: string;
  readonly onButton: () => void;
  readonly detail?: string | undefined;
  readonly site?: string;
  readonly line?: string;
}): ReactNode {
  const text = useText();
  const look = useLook();
  const { words } = props;
  return (
    <>
      <h1 className={look.title}>{text('start.title')}</h1>
      <Notice
        role="status"
        tone={props.tone}
        what={text(`${words}.what`)}
        means={text(`${words}.means`)}
        next={text(`${words}.next`)}
      />
      {props.site ? (
        <p className={look.quiet}>{text('start.site', { site: siteAddress(props.site) })}</p>
      ) : null}
      {props.line ? <p className={look.text}>{text('start.line', { line: props.line })}</p> : null}
      {props.detail ? <p className={look.quiet}>{text('start.detail', { detail: props.detail })}</p> : null}
      <div>
        <Button appearance="primary" size="large" onClick={props.onButton}>
          {text(props.button)}
        </Button>
      </div>
    </>
  );
}

function SettingUp(props: { readonly done: number; readonly all: number | undefined }): ReactNode {
  const text = useText();
  const look = useLook();
  return (
    <>
      <h1 className={look.title}>{text('start.settingUp.title')}</h1>
      <p className={look.text} role="status">
        {props.all === undefined
          ? text('start.settingUp.begun')
          : text('start.settingUp.progress', { done: props.done, all: props.all })}
      </p>
      <progress aria-label={text('start.settingUp.title')} value={props.done} max={props.all ?? 1} />
    </>
  );
}

function Choose(props: {
  readonly missions: readonly { readonly key: string; readonly name: string; readonly place?: string }[];
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return (
    <>
      <h1 className={look.title}>{text('start.choose.title')}</h1>
      <p className={look.text}>{text('start.choose.means')}</p>
      <div className={styles.missions}>
        {props.missions.map((mission) => (
          <Button
            key={mission.key}
            className={styles.mission}
            icon={<BuildingGovernment24Regular aria-hidden="true" />}
            onClick={() => props.onChoose(mission.key)}
          >
            <span className={styles.name}>
              <span>{mission.name}</span>
              {mission.place ? <span className={look.quiet}>{mission.place}</span> : null}
            </span>
          </Button>
        ))}
      </div>
    </>
  );
}
