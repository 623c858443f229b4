/** The calendar of each person: events are made once per transaction id, and listed for whoever owns them. */
import { randomUUID } from 'node:crypto';
import { instant } from '../core.ts';
import { onlyOptions } from './options.ts';
import { badRequest, GraphError, type GraphReply } from './reply.ts';
import type { Call } from './scope.ts';

interface EventRow {
  id: string;
  created: number;
  body: string;
}

interface Moment {
  dateTime: string;
  timeZone: string;
}

const sensitivities = ['normal', 'personal', 'private', 'confidential'];
const statuses = ['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'];
const taken = ['subject', 'start', 'end', 'isAllDay', 'sensitivity', 'showAs', 'transactionId', 'location'];

function mustMay(call: Call, ...scopes: string[]): void {
  if (!scopes.some((scope) => call.caller.scopes.includes(scope)))
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  if (call.caller.person.kind === 'Guest')
    throw new GraphError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
}

function momentIn(value: unknown, name: string): Moment {
  const { dateTime, timeZone } = (value ?? {}) as Partial<Record<keyof Moment, unknown>>;
  if (typeof dateTime !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/.test(dateTime))
    throw badRequest(`The ${name} of the event is not a date and time.`);
  if (typeof timeZone !== 'string' || !isZone(timeZone))
    throw new GraphError(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. (${name})`,
    );
  return {
    dateTime: `${dateTime.slice(0, 10)}T${dateTime.slice(11, 19).padEnd(8, ':00')}.0000000`,
    timeZone,
  };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function oneOf(value: unknown, known: readonly string[], usual: string): string {
  if (value === undefined) return usual;
  if (typeof value !== 'string' || !known.includes(value))
    throw badRequest(`Requested value '${String(value)}' was not found.`);
  return value;
}

function eventIn(raw: unknown): Record<string, unknown> {
  const given = (raw ?? {}) as Record<string, unknown>;
  const unknown = Object.keys(given).find((key) => !taken.includes(key));
  if (unknown !== undefined)
    throw new GraphError(501, 'notImplemented', `The local tenant does not know ${unknown} of an event`);
  const start = momentIn(given.start, 'start');
  const end = momentIn(given.end, 'end');
  const isAllDay = given.isAllDay === true;
  const isMidnight = [start, end].every(({ dateTime }) => dateTime.endsWith('T00:00:00.0000000'));
  if (isAllDay && (!isMidnight || start.timeZone !== end.timeZone))
    throw new GraphError(
      400,
      'ErrorInvalidPropertySet',
      'An all-day event lasts from midnight to midnight, both in one time zone.',
    );
  if (end.dateTime < start.dateTime) throw badRequest('The event ends before it starts.');
  return {
    subject: String(given.subject ?? ''),
    isAllDay,
    sensitivity: oneOf(given.sensitivity, sensitivities, 'normal'),
    showAs: oneOf(given.showAs, statuses, 'busy'),
    ...(typeof given.transactionId === 'string' ? { transactionId: given.transactionId } : {}),
    start,
    end,
    location: { displayName: String((given.location as { displayName?: unknown })?.displayName ?? '') },
  };
}

function eventJson({ id, created, body }: EventRow): Record<string, unknown> {
  return {
    id,
    createdDateTime: instant(created),
    lastModifiedDateTime: instant(created),
    type: 'singleInstance',
    isCancelled: false,
    ...(JSON.parse(body) as object),
  };
}

/** POST /me/events: a repeated transaction id answers with the event that is there. */
export function createEvent(call: Call): GraphReply {
  const { core, caller, request } = call;
  mustMay(call, 'Calendars.ReadWrite');
  const event = eventIn(request.body);
  const transaction = typeof event.transactionId === 'string' ? event.transactionId : randomUUID();
  core.db.run(
    'INSERT INTO event VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    randomUUID(),
    caller.person.oid,
    transaction,
    core.clock.now(),
    JSON.stringify(event),
  );
  const made = core.db.first<EventRow>(
    'SELECT * FROM event WHERE oid = ? AND transaction_id = ?',
    caller.person.oid,
    transaction,
  );
  if (made === undefined) throw new TypeError('an event that was just made is not there');
  const context = `${core.graphBase}/$metadata#users('${caller.person.oid}')/events/$entity`;
  return { status: 201, body: { '@odata.context': context, ...eventJson(made) } };
}

/** GET /me/events: one's own, newest first. */
export function listEvents(call: Call): GraphReply {
  const { core, caller } = call;
  onlyOptions(call.request, []);
  mustMay(call, 'Calendars.ReadWrite', 'Calendars.Read');
  const rows = core.db.all<EventRow>(
    'SELECT * FROM event WHERE oid = ? ORDER BY created DESC, id',
    caller.person.oid,
  );
  const context = `${core.graphBase}/$metadata#users('${caller.person.oid}')/events`;
  return { status: 200, body: { '@odata.context': context, value: rows.map(eventJson) } };
}
