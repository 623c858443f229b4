/** The book over Graph keeps the contract of every book, on a local tenant in process. */

import { afterAll } from 'vitest';
import { bookContract, emptyPlaceContract } from './book-contract.ts';
import { localGround } from './local-place.ts';

const ground = localGround();
afterAll(() => ground.close());

bookContract('A book over Graph', () => ground.open());
emptyPlaceContract('A book over Graph', () => ground.open());
