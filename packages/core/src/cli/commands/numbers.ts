import type { Numberkit } from '../../numberkit.ts';
import type { NumberRecord } from '../../numbers/index.ts';
import { formatMoney, table } from '../format.ts';
import { agree, CLI_ACTOR, type Context, type ExitCode, optionOf, print, wordOf } from './context.ts';

const SHOWN = ['id', 'phoneNumber', 'state', 'tenantId', 'areaCode', 'monthlyPrice', 'createdAt'] as const;

/** `numbers list [--tenant ID]` */
export async function numbersList(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal } = context;
  const { tenant } = command.options;
  const numbers: Pick<NumberRecord, (typeof SHOWN)[number]>[] = [];
  for await (const number of numberkit.estate.list()) {
    if (tenant !== undefined && number.tenantId !== tenant) continue;
    const { id, phoneNumber, state, tenantId, areaCode, monthlyPrice, createdAt } = number;
    numbers.push({ id, phoneNumber, state, tenantId, areaCode, monthlyPrice, createdAt });
  }
  print(context, numbers, () => {
    if (numbers.length === 0) return ['No numbers.'];
    const rows = numbers.map((number) => [
      number.id,
      number.phoneNumber,
      number.state,
      number.tenantId ?? '',
      number.monthlyPrice ? formatMoney(number.monthlyPrice) : '',
    ]);
    const [header = '', ...body] = table(['id', 'number', 'state', 'tenant', 'a month'], rows);
    return [terminal.paint('dim', header), ...body];
  });
  return 0;
}

/** `numbers release ID` */
export async function numbersRelease(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal } = context;
  const numberId = wordOf(context, 'the id of a number, such as num_01…');
  const number = await findLive(numberkit, numberId);
  const whose = number?.tenantId ? ` of ${number.tenantId}` : '';
  const cost = number?.monthlyPrice ? `, ${formatMoney(number.monthlyPrice)} a month` : '';
  const question = `Give ${number?.phoneNumber ?? numberId}${whose}${cost} back for good?`;
  if (!(await agree(context, question))) return 1;
  const reason = command.options.reason ?? 'released from the command line';
  const released = await numberkit.numbers.release({ numberId, actor: CLI_ACTOR, reason });
  print(context, released, () =>
    released.outcome === 'released'
      ? [`${terminal.paint('good', '✓')} Released.`]
      : ['Releasing: the carrier has not confirmed yet; the sweep settle-operations goes on.'],
  );
  return 0;
}

/** `numbers transfer ID --from TENANT --to TENANT` */
export async function numbersTransfer(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal } = context;
  const numberId = wordOf(context, 'the id of a number, such as num_01…');
  const fromTenantId = optionOf(context, 'from');
  const toTenantId = optionOf(context, 'to');
  const reason = command.options.reason ?? 'transferred from the command line';
  const request = { numberId, fromTenantId, toTenantId, reason, actor: CLI_ACTOR };
  await numberkit.numbers.transfer(request);
  print(context, { numberId, fromTenantId, toTenantId }, () => [
    `${terminal.paint('good', '✓')} ${numberId} takes ${toTenantId}’s calls now.`,
  ]);
  return 0;
}

async function findLive(numberkit: Numberkit, numberId: string): Promise<NumberRecord | undefined> {
  for await (const number of numberkit.estate.list()) if (number.id === numberId) return number;
  return undefined;
}
