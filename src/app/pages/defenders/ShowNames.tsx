/** Shows who stands behind a code: a deliberate act, journalled first, gone after five minutes or on leaving the window. */

import { Button } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Code } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/record-kind.ts';
import { may } from '../../../domain/roles.ts';
import type { IdentityRecord } from '../../../domain/system/identity.ts';
import { useHost, useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { EnterNames } from './EnterNames.tsx';
import { Names, type Shown } from './Names.tsx';

const FIVE_MINUTES_MS = 5 * 60_000;
interface Entering {
  readonly identity: IdentityRecord | undefined;
  readonly covered: boolean;
}

/** `children` stand between the button and the names: nobody reads how to reach them before how to do it safely. */
export function ShowNames(props: { readonly code: Code; readonly children: ReactNode }): ReactNode {
  const { code, children } = props;
  const log = useLog();
  const host = useHost();
  const text = useText();
  const look = useLook();
  const [shown, setShown] = useState<Shown>();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  /** What is being changed, and whether the window was left meanwhile. */
  const [entering, setEntering] = useState<Entering>();
  const [expired, setExpired] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  /** Counts hidings, so that an answer that arrives after one is not shown. */
  const hidings = useRef(0);
  const hideNames = useCallback(() => {
    hidings.current += 1;
    setShown(undefined);
    setAsking(false);
  }, []);
  const leave = useCallback(() => {
    hideNames();
    setEntering((open) => open && { ...open, covered: true });
  }, [hideNames]);
  useEffect(() => hideNames, [hideNames]);
  const isShowing = shown !== undefined || asking;
  const isEntering = entering !== undefined;
  useEffect(() => {
    if (!isShowing && !isEntering) return;
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    addEventListener('blur', leave);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', onVisibility);
    const stop = host.onSuspend(async () => leave());
    return () => {
      removeEventListener('blur', leave);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', onVisibility);
      stop();
    };
  }, [isShowing, isEntering, leave, host]);
  useEffect(() => {
    if (!isShowing) return;
    const timer = setTimeout(hideNames, FIVE_MINUTES_MS);
    return () => clearTimeout(timer);
  }, [isShowing, hideNames]);
  useEffect(() => {
    if (!isEntering) return;
    const timer = setTimeout(() => {
      setEntering(undefined);
      setExpired(true);
    }, FIVE_MINUTES_MS);
    return () => clearTimeout(timer);
  }, [isEntering]);

  const me = { roles: log.me.roles, ...locallyEngaged(log.me.mission.people, log.me.person) };
  if (!may(me, 'show-names')) return children;

  async function show(): Promise<void> {
    setAsking(true);
    setFailure(undefined);
    setExpired(false);
    const before = hidings.current;
    try {
      const identity = await log.showIdentity(code);
      if (hidings.current !== before) return;
      setShown({ identity, looked: [] });
      const looked = await log.whoLooked(code);
      if (hidings.current === before) setShown({ identity, looked });
    } catch (cause) {
      setFailure(cause);
    }
    setAsking(false);
  }
  function close(saved?: IdentityRecord): void {
    setEntering(undefined);
    if (saved) setShown((names) => names && { ...names, identity: saved });
    button.current?.querySelector('button')?.focus();
  }
  return (
    <>
      <span ref={button}>
        <Button
          icon={shown ? <EyeOff20Regular aria-hidden="true" /> : <Eye20Regular aria-hidden="true" />}
          disabled={asking}
          aria-expanded={shown !== undefined}
          onClick={() => (shown ? hideNames() : void show())}
        >
          {text(shown ? 'defenders.names.hide' : asking ? 'defenders.names.asking' : 'defenders.names.show')}
        </Button>
      </span>
      {children}
      {failure ? <FailureNotice cause={failure} onRetry={() => void show()} /> : null}
      {expired ? (
        <p role="status" className={look.quiet}>
          {text('defenders.names.expired')}
        </p>
      ) : null}
      {shown ? (
        <Names shown={shown} onEnter={() => setEntering({ identity: shown.identity, covered: false })} />
      ) : null}
      {entering ? (
        <EnterNames
          code={code}
          identity={entering.identity}
          covered={entering.covered}
          onUncover={async () => {
            await log.showIdentity(code);
            setEntering((open) => open && { ...open, covered: false });
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function locallyEngaged(
  people: readonly { readonly objectId: string; readonly locallyEngaged?: boolean }[],
  person: Person,
): { readonly locallyEngaged?: boolean } {
  const found = people.find((one) => one.objectId === person.objectId);
  return found?.locallyEngaged === undefined ? {} : { locallyEngaged: found.locallyEngaged };
}
