// The first command of a newcomer: `npm start` and `npm test` come here. Plain JavaScript that runs on Node 20 with
// nothing installed; it finds (or fetches) the Node and pnpm the workspace needs, installs, and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUsableNode, isUsablePnpm, NODE_SPEC, PNPM_SPEC, pathWith, TASKS } from './bootstrap/index.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [task = '', ...taskArguments] = process.argv.slice(2);
const script = TASKS[task];
if (script === undefined) {
  console.error(`usage: node scripts/bootstrap.mjs ${Object.keys(TASKS).join(' | ')}`);
  process.exit(2);
}

/** The child that runs now; signals go to it, and this process ends only after it. */
let running;
let stoppedBy;

function stop(signal) {
  stoppedBy = signal;
  running?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

// A killed npm leaves us behind without a word; being adopted by another process is how we notice.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && stoppedBy === undefined) stop('SIGTERM');
}, 500).unref();

const say = (line) => console.log(`[bootstrap] ${line}`);

/** Runs one command to its end; a stop signal that came meanwhile ends the bootstrap as well. */
function run(command, args, env, output = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', output, 'inherit'] });
    running = child;
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', (error) => {
      console.error(`[bootstrap] cannot run ${command}: ${error.message}`);
      resolve({ code: 127, text });
    });
    child.on('close', (code, signal) => {
      running = undefined;
      resolve({ code: code ?? 128 + (signal === 'SIGINT' ? 2 : 15), text });
    });
  });
}

function endOn(code, what) {
  if (stoppedBy !== undefined) process.exit(stoppedBy === 'SIGINT' ? 130 : 143);
  if (code === 0) return;
  if (what !== undefined) console.error(`[bootstrap] ${what} failed with exit code ${code}`);
  process.exit(code);
}

/** What this machine has: our own Node, and pnpm on PATH. Corepack's pnpm may not ask questions here. */
function findOwn() {
  if (!isUsableNode(process.versions.node)) return undefined;
  const env = {
    ...process.env,
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
    npm_config_verify_deps_before_run: 'false',
  };
  const asked = spawnSync('pnpm', ['--version'], { cwd: root, env, encoding: 'utf8', timeout: 20_000 });
  if (asked.status !== 0 || !isUsablePnpm(asked.stdout)) return undefined;
  return {
    node: process.execPath,
    env: { ...process.env, PATH: pathWith(process.env, dirname(process.execPath)) },
  };
}

/** npx keeps Node and pnpm in its cache; we only ask where, so that no npx stands between us and our child. */
async function fetchTools() {
  say(
    `this is Node ${process.versions.node}; taking ${NODE_SPEC} and ${PNPM_SPEC} from the npm registry (kept in npm's cache)`,
  );
  const env = { ...process.env, npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
  const where = `node -p "JSON.stringify([process.execPath, process.env.PATH])"`;
  const asked = await run('npx', ['-y', '-p', NODE_SPEC, '-p', PNPM_SPEC, '-c', where], env, 'pipe');
  endOn(asked.code, 'npx');
  const [node, path] = JSON.parse(asked.text.trim().split('\n').at(-1));
  return { node, env: { ...process.env, PATH: path } };
}

const started = Date.now();
const tools = findOwn() ?? (await fetchTools());
const fresh = !existsSync(join(root, 'node_modules'));
say(`installing packages with pnpm${fresh ? ' (first time: one to two minutes)' : ''}`);
const quiet = ['--reporter', 'append-only', '--loglevel', 'warn'];
const installed = await run('pnpm', ['install', '--frozen-lockfile', ...quiet], { ...tools.env, CI: 'true' });
endOn(installed.code, 'pnpm install');
say(`ready to run after ${((Date.now() - started) / 1000).toFixed(1)} s: ${script}`);
const done = await run(tools.node, [join(root, script), ...taskArguments], tools.env);
endOn(done.code);
