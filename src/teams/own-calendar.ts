/** The calendar of whoever is signed in: one date is put into it, with a permission that is asked for only then. */

import type { Host } from './host.ts';
import { SignInError, type SignInErrorCode } from './sign-in-error.ts';

/** One date as it leaves: nothing in it tells of a person or a case. */
export interface DateToAdd {
  /** The same for the same date, however often it is sent: the server makes one event of it. */
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`, for a date that fills a day. */
  readonly day: string;
  /** IANA zone of that day. */
  readonly zone: string;
  /** Ms; absent for a date that fills a day. */
  readonly at?: number;
  readonly place?: string;
}

/**
 * `declined`: the person closed the window. `not-allowed`: their organisation does not let this app into calendars, or
 * there is no mailbox. `failed`: no connection, or the server could not; trying again is harmless.
 */
export type AddOutcome = 'added' | 'declined' | 'not-allowed' | 'failed';

export interface OwnCalendar {
  /** Call it from a click: the host may ask the person to agree. Never rejects. */
  add(date: DateToAdd): Promise<AddOutcome>;
}

const scopes = ['Calendars.ReadWrite'] as const;
const graph = 'https://graph.microsoft.com';
/** What is known is when it begins. Ms. */
const LENGTH = 3_600_000;
const DAY = 86_400_000;

/** `rewrite` replaces `https://graph.microsoft.com`. */
export function openOwnCalendar(options: {
  readonly host: Pick<Host, 'token'>;
  readonly tenantId: string;
  readonly rewrite?: string;
  readonly fetch?: typeof fetch;
}): OwnCalendar {
  const { host, tenantId } = options;
  const send = options.fetch ?? ((url: string | URL | Request, init?: RequestInit) => fetch(url, init));

  /** Without a window where they agreed before. */
  async function token(): Promise<string> {
    try {
      return (await host.token(tenantId, scopes)).token;
    } catch (error) {
      if (!(error instanceof SignInError) || !asking.has(error.code)) throw error;
      return (await host.token(tenantId, scopes, { interactive: true })).token;
    }
  }

  return {
    async add(date) {
      try {
        const answer = await send(`${options.rewrite ?? graph}/v1.0/me/events`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(eventOf(date)),
        });
        return outcomeOf(answer.status);
      } catch (error) {
        return error instanceof SignInError ? (refusals[error.code] ?? 'failed') : 'failed';
      }
    },
  };
}

/** A window may help. */
const asking: ReadonlySet<SignInErrorCode> = new Set(['interaction-required', 'consent-required']);

const refusals: Readonly<Partial<Record<SignInErrorCode, AddOutcome>>> = {
  cancelled: 'declined',
  'interaction-required': 'declined',
  'consent-required': 'not-allowed',
  disabled: 'not-allowed',
  'not-in-teams': 'not-allowed',
  'wrong-tenant': 'not-allowed',
};

/** 409: this very date is there already. 404: somebody without a mailbox, a guest. */
function outcomeOf(status: number): AddOutcome {
  if (status === 201 || status === 200 || status === 409) return 'added';
  return status === 401 || status === 403 || status === 404 ? 'not-allowed' : 'failed';
}

function eventOf(date: DateToAdd): object {
  const { at, day, zone } = date;
  const common = {
    subject: date.title,
    sensitivity: 'private',
    transactionId: date.id,
    ...(date.place === undefined ? {} : { location: { displayName: date.place } }),
  };
  // A moment is the same in every zone; a day is one of the place, from its midnight to the next.
  return at === undefined
    ? {
        ...common,
        isAllDay: true,
        showAs: 'free',
        start: { dateTime: `${day}T00:00:00`, timeZone: zone },
        end: { dateTime: clockOf(Date.parse(`${day}T00:00:00Z`) + DAY), timeZone: zone },
      }
    : {
        ...common,
        isAllDay: false,
        showAs: 'busy',
        start: { dateTime: clockOf(at), timeZone: 'UTC' },
        end: { dateTime: clockOf(at + LENGTH), timeZone: 'UTC' },
      };
}

function clockOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
