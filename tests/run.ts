/** `npm test`: what stands on its own side by side (types, style, unused code; the build; the seed), then every test. */
import { spawn } from 'node:child_process';
import { projectRoot } from './support/project-root.ts';
import { seededFile } from './support/seeded.ts';

interface Ended {
  readonly said: string;
  readonly isWell: boolean;
}

/** One command line, whose words are shown together once it has ended. */
function ended(command: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const child = spawn(command, { cwd: projectRoot, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ said: Buffer.concat(parts).toString(), isWell: code === 0 }));
  });
}

async function shown(step: Promise<Ended>): Promise<boolean> {
  const { said, isWell } = await step;
  process.stdout.write(said);
  return isWell;
}

const isReady = await Promise.all([
  shown(ended('npm run check')),
  shown(ended('npm run build')),
  seededFile().then(
    () => true,
    (error: unknown) => {
      console.error(error);
      return false;
    },
  ),
]);

if (isReady.includes(false)) process.exitCode = 1;
else {
  const vitest = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  vitest.once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
