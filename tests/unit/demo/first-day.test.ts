/** The second circle of the demo: one is made however often the link is pressed, and nothing is left of one that failed. */
import { afterEach, expect, it } from 'vitest';
import { leadTo, openFirstDay } from '../../../src/demo/first-day.ts';

const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Each circle is filled when its part of `fills` resolves. */
function firstDay(...fills: readonly ((origin: string) => Promise<void>)[]) {
  let filled = 0;
  const tried: string[] = [];
  const day = openFirstDay({
    site: () => () => new Response('Here'),
    fill: async (_, origin) => {
      filled += 1;
      tried.push(origin);
      await fills[filled - 1]?.(origin);
    },
  });
  ends.push(day.close);
  return { day, tried, filled: () => filled };
}

const answerOf = (address: string): Promise<string> =>
  fetch(new URL('/', address)).then(
    (answer) => answer.text(),
    () => 'nobody',
  );

it('pressed again while it is being made, it is made once', async () => {
  const { day, filled } = firstDay();
  const [first, second] = await Promise.all([day.begin(), day.begin()]);
  expect([filled(), second]).toEqual([1, first]);
  expect(await answerOf(first)).toBe('Here');
});

it('pressed again later, it is made anew and the one before ends', async () => {
  const { day, filled } = firstDay();
  const before = await day.begin();
  const after = await day.begin();
  expect(filled()).toBe(2);
  expect(await answerOf(after)).toBe('Here');
  if (new URL(before).origin !== new URL(after).origin) expect(await answerOf(before)).toBe('nobody');
});

it('one that could not be made says so and leaves nothing behind, and the next press makes another', async () => {
  const before: string[] = [];
  const { day, tried } = firstDay(async (origin) => {
    before.push(await answerOf(origin));
    throw new Error('the story broke off');
  });
  await expect(day.begin()).rejects.toThrow('the story broke off');
  expect(before).toEqual(['Starting…']);
  expect(await answerOf(tried[0] ?? '')).toBe('nobody');
  expect(await answerOf(await day.begin())).toBe('Here');
});

it('whoever pressed reads that it could not be made and what to do, the terminal why; the next press leads there', async () => {
  const { day } = firstDay(async () => {
    throw new Error('the story broke off');
  });
  const told: string[] = [];
  const press = leadTo(day.begin, (line) => told.push(line));
  const request = new Request('http://localhost/demo/first-day');
  const refused = await press(request);
  expect([refused.status, refused.headers.get('content-type')]).toEqual([500, 'text/plain; charset=utf-8']);
  expect(await refused.text()).toBe(
    'The second circle could not be made. The terminal says why. Go back and try again.',
  );
  expect(told.join()).toContain('the story broke off');
  const led = await press(request);
  expect(led.status).toBe(302);
  expect(await answerOf(led.headers.get('location') ?? '')).toBe('Here');
});
