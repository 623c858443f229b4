/** Every section of Settings, usable by everyone: in every theme, on a phone, from right to left. */
import { afterAll, beforeAll } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { inLooks, pagesAreForEveryone } from '../../support/pages/everyone.ts';
import { looks } from '../../support/pages/looks.ts';
import { settingsInView } from '../../support/pages/pages-in-view.ts';

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

inLooks({ looks, person: 'ines', circle: () => circle }, (inLook) => {
  pagesAreForEveryone(settingsInView, inLook);
});
