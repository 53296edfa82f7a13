import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runCommand, stopCommands } from './run-command.ts';

describe('runCommand', () => {
  it('keeps both streams and the exit code', async () => {
    const result = await runCommand('sh', ['-c', 'echo out; echo err >&2; exit 3'], { output: 'keep' });
    expect(result.code).toBe(3);
    expect(result.output).toContain('out\n');
    expect(result.output).toContain('err\n');
  });

  it('says so when the command does not exist', async () => {
    const result = await runCommand('no-such-command', [], { output: 'keep' });
    expect(result.code).toBe(127);
    expect(result.output).toMatch(/cannot run no-such-command/);
  });

  it('ends a command with everything it has started, even what does not listen to SIGTERM', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stop-'));
    const file = join(folder, 'started');
    const script = `trap '' TERM; (trap '' TERM; echo yes > ${file}; sleep 60) & wait; wait`;
    const ended = runCommand('sh', ['-c', script], { output: 'keep' });
    await vi.waitFor(() => expect(existsSync(file)).toBe(true));
    await stopCommands(100);
    // The output ends only when the last process that holds it is gone, the sleeping one included.
    expect((await ended).code).not.toBe(0);
    rmSync(folder, { recursive: true });
  });
});
