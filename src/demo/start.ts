/** `npm start`: opens the demo and prints the one address to visit; `--fresh` begins anew, `--dev` follows the sources. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDemo } from './server.ts';

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } },
  });
  const port = Number(process.env.PORT ?? 5300);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error('PORT must be a whole number from 1 to 65535.');
  }
  const demo = await openDemo({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    port,
    fresh: values.fresh,
    dev: values.dev,
    progress: (line) => console.log(line),
  });
  console.log(demo.url);
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await demo.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
