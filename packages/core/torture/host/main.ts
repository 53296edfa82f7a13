// One host process of a torture run; started by driver/host-process.ts, obeys what it is told, and dies on time.
import type { Numberkit } from '../../src/index.ts';
import { createTortureClock, type TortureClock } from '../torture-clock.ts';
import { act } from './act.ts';
import { createExecutioner } from './executioner.ts';
import type { FromHost, HostSetup, ToHost } from './protocol.ts';
import { createTortureHost } from './torture-host.ts';

const executioner = createExecutioner(() => {
  process.kill(process.pid, 'SIGKILL');
  // Nothing of ours may run between the signal and its delivery.
  for (;;);
});
// Nobody hears it once the driver is gone, and this process ends then, too.
const tell = (message: FromHost) => void process.send?.(message, undefined, undefined, () => undefined);
let kit: Promise<Numberkit> | undefined;
let clock: TortureClock | undefined;
let carrierUrl = '';

function setUp({ database, clock: setting, carrierUrl: url }: HostSetup): void {
  carrierUrl = url;
  clock = createTortureClock(setting);
  const onLog = (message: string) => tell({ say: 'log', message });
  kit = createTortureHost({ database, carrierUrl: () => carrierUrl, clock, executioner, onLog });
  kit.then(
    () => tell({ say: 'ready' }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

async function obey(message: ToHost): Promise<void> {
  switch (message.say) {
    case 'setup':
      return setUp(message.setup);
    case 'jump':
      return clock?.jumpTo(message.jumped);
    case 'carrier':
      carrierUrl = message.carrierUrl;
      return undefined;
    case 'arm':
      return executioner.arm(message.kill);
    case 'act': {
      if (!kit) throw new Error('a host acts only after its set-up');
      const answer = await act(await kit, message.action);
      return tell({ say: 'answer', actionId: message.action.id, answer });
    }
  }
}

process.on('message', (message) => {
  // Only the driver has this channel, and it sends nothing else.
  void obey(message as ToHost);
});
// The driver is gone: so is the run.
process.on('disconnect', () => process.exit(0));
tell({ say: 'loaded' });
