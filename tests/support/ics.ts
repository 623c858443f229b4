/** Reads a calendar file as strictly as RFC 5545 writes it; throws an Error naming the first line that is against it. */

export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** As it stands in the file. */
  readonly value: string;
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** The one VCALENDAR of a file. */
export function parseCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end with CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error('a line ends with something other than CRLF');
    if (new TextEncoder().encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (line === '') throw new Error('an empty line');
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (!/^[ \t]/.test(line)) lines.push(line);
    else if (lines.length === 0) throw new Error('a continuation of nothing');
    else lines.push(`${lines.pop() ?? ''}${line.slice(1)}`);
  }
  const properties = lines.map(parseLine);
  const [calendar, rest] = componentFrom(properties, 0);
  if (calendar.name !== 'VCALENDAR' || rest !== properties.length) throw new Error('not one VCALENDAR');
  for (const name of ['VERSION', 'PRODID']) once(calendar, name);
  for (const event of calendar.components) checkEvent(event);
  return calendar;
}

export function rawOf(component: Component, name: string): string | undefined {
  return component.properties.find((property) => property.name === name)?.value;
}

/** A TEXT value without its escapes. */
export function textOf(component: Component, name: string): string | undefined {
  return rawOf(component, name)?.replace(/\\([\\;,nN])/g, (_, char: string) =>
    char.toLowerCase() === 'n' ? '\n' : char,
  );
}

/** Ms of a UTC DATE-TIME. */
export function instantOf(value: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  if (!parts) throw new Error(`not a UTC time: ${value}`);
  const [year, month, date, hour, minute, second] = parts.slice(1).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, date, hour, minute, second);
}

function parseLine(line: string): Property {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):([^\p{Cc}]*)$/u.exec(line);
  if (!found) throw new Error(`not a content line: ${line}`);
  const parameters = Object.fromEntries(
    [...(found[2] ?? '').matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^;]*)/g)].map((each) => [
      each[1] ?? '',
      each[2] ?? '',
    ]),
  );
  return { name: found[1] ?? '', parameters, value: found[3] ?? '' };
}

function componentFrom(properties: readonly Property[], at: number): [Component, number] {
  const begin = properties[at];
  if (begin?.name !== 'BEGIN') throw new Error('a component does not begin');
  const own: Property[] = [];
  const inner: Component[] = [];
  let place = at + 1;
  for (;;) {
    const property = properties[place];
    if (!property) throw new Error(`${begin.value} does not end`);
    if (property.name === 'BEGIN') {
      const [component, next] = componentFrom(properties, place);
      inner.push(component);
      place = next;
    } else if (property.name === 'END') {
      if (property.value !== begin.value) throw new Error(`${begin.value} ends as ${property.value}`);
      return [{ name: begin.value, properties: own, components: inner }, place + 1];
    } else {
      own.push(property);
      place += 1;
    }
  }
}

function checkEvent(event: Component): void {
  if (event.name !== 'VEVENT') throw new Error(`unexpected ${event.name}`);
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'SEQUENCE', 'STATUS', 'CLASS'])
    once(event, name);
  instantOf(rawOf(event, 'DTSTAMP') ?? '');
  for (const name of ['SUMMARY', 'LOCATION'])
    if (/(^|[^\\])(\\\\)*(\\[^\\;,nN]|[;,])/.test(rawOf(event, name) ?? ''))
      throw new Error(`${name} is not escaped: ${rawOf(event, name)}`);
  for (const name of ['DTSTART', 'DTEND']) {
    const property = event.properties.find((each) => each.name === name);
    if (property?.parameters.VALUE === 'DATE') {
      if (!/^\d{8}$/.test(property.value)) throw new Error(`not a date: ${property.value}`);
    } else if (property) instantOf(property.value);
  }
  const sequence = Number(rawOf(event, 'SEQUENCE'));
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 2_147_483_647)
    throw new Error(`not a sequence: ${sequence}`);
}

function once(component: Component, name: string): void {
  const count = component.properties.filter((property) => property.name === name).length;
  if (count !== 1) throw new Error(`${component.name} has ${name} ${count} times`);
}
