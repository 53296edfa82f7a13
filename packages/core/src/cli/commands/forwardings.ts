import type { Forwarding } from '@numberkit/contract';
import type { Numberkit } from '../../numberkit.ts';
import { count, table } from '../format.ts';
import { type Context, type ExitCode, print } from './context.ts';

/** `forwardings [--tenant ID]` */
export async function forwardings(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal } = context;
  const shown: Shown[] = [];
  for (const tenantId of await tenantsOf(numberkit, command.options.tenant)) {
    const list = await numberkit.forwardings.list({ tenantId });
    shown.push(...list.map((forwarding) => show(tenantId, forwarding)));
  }
  print(context, shown, () => {
    if (shown.length === 0) return ['Nobody forwards a line.'];
    const head = ['id', 'tenant', 'line', 'status', 'carrier', 'calls', 'verified'];
    const rows = shown.map((each) => [
      each.id,
      each.tenantId,
      each.line,
      each.cause === null ? each.status : `${each.status}: ${each.cause}`,
      each.carrier,
      each.condition,
      each.verifiedAt?.slice(0, 10) ?? 'never',
    ]);
    const [header = '', ...body] = table(head, rows);
    const broken = shown.filter(({ status }) => status === 'broken').length;
    const sum = `${count(shown.length, 'forwarding')}, ${broken === 0 ? 'none' : broken} broken.`;
    return [terminal.paint('dim', header), ...body, '', sum];
  });
  return 0;
}

/** `forwardings stats` */
export async function forwardingsStats(context: Context): Promise<ExitCode> {
  const codes = await context.numberkit.forwardings.stats();
  print(context, { codes }, () => {
    if (codes.length === 0) return ['No code has been tested yet.'];
    const rows = codes.map((each) => [
      each.carrierId,
      each.lineKind,
      each.condition,
      each.code,
      String(each.verified),
      String(each.failed),
    ]);
    const [header = '', ...body] = table(['carrier', 'line', 'calls', 'code', 'verified', 'failed'], rows);
    return [context.terminal.paint('dim', header), ...body];
  });
  return 0;
}

/** What of a forwarding goes to a terminal or a file: the line only as its last digits. */
interface Shown {
  readonly id: string;
  readonly tenantId: string;
  readonly line: string;
  readonly numberId: string;
  readonly status: Forwarding['status'];
  readonly cause: string | null;
  readonly carrier: string;
  readonly condition: Forwarding['condition'];
  readonly verifiedAt: string | null;
}

function show(tenantId: string, forwarding: Forwarding): Shown {
  const { id, existingLine, number, status, broken, carrier, condition, verifiedAt } = forwarding;
  return {
    id,
    tenantId,
    line: `…${existingLine.phoneNumber.slice(-4)}`,
    numberId: number.id,
    status,
    cause: broken?.cause ?? null,
    carrier: carrier.id,
    condition,
    verifiedAt,
  };
}

/** A line always forwards to a number of ours, so whoever has no number forwards nothing. */
async function tenantsOf(numberkit: Numberkit, named: string | undefined): Promise<Iterable<string>> {
  if (named !== undefined) return [named];
  const tenants = new Set<string>();
  for await (const { tenantId } of numberkit.estate.list()) if (tenantId !== null) tenants.add(tenantId);
  return tenants;
}
