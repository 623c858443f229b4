/** `npm run package`: writes dist-package/focal-point-<version>.zip, or says what is wrong and exits with 1. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runPackaging } from './run.ts';

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

function productVersion(): string {
  const product: unknown = JSON.parse(readFileSync(pathOf('../package.json'), 'utf8'));
  if (typeof product === 'object' && product !== null && 'version' in product) return String(product.version);
  throw new TypeError('package.json has no version');
}

const { values } = parseArgs({ options: { out: { type: 'string', default: pathOf('../dist-package') } } });
const result = runPackaging({
  environment: process.env,
  version: productVersion(),
  sources: pathOf('.'),
  target: values.out,
});
const say = result.exitCode === 0 ? console.log : console.error;
for (const line of result.lines) say(line);
process.exitCode = result.exitCode;
