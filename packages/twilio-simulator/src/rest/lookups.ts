import { profileOf } from '../lines/index.ts';
import { formatNational, PRICES } from '../world/index.ts';
import { ok, type Reply, type RestContext, type Route } from './route.ts';
import { refusal } from './twilio-error.ts';

const HOST = 'https://lookups.twilio.com';

const FIELDS = [
  'validation',
  'caller_name',
  'sim_swap',
  'call_forwarding',
  'line_status',
  'line_type_intelligence',
  'identity_match',
  'reassigned_number',
  'sms_pumping_risk',
  'phone_number_quality_score',
  'pre_fill',
];

const CALLING_CODES: readonly (readonly [calling: string, country: string])[] = [
  ['1', 'US'],
  ['44', 'GB'],
  ['61', 'AU'],
];

interface Whose {
  readonly carrierName: string | null;
  readonly type: string | null;
}

function readNumber({ path, query }: RestContext): string {
  const typed = path.PhoneNumber ?? '';
  const digits = typed.replace(/\D/g, '');
  if (typed.trim().startsWith('+')) return `+${digits}`;
  const country = query.filled('CountryCode')?.toUpperCase() ?? 'US';
  const calling = CALLING_CODES.find(([, code]) => code === country)?.[0] ?? '1';
  return digits.startsWith(calling) && digits.length > 10
    ? `+${digits}`
    : `+${calling}${digits.replace(/^0/, '')}`;
}

function readFields({ query }: RestContext): string[] {
  const fields = (query.filled('Fields') ?? '').split(',').flatMap((field) => field.trim() || []);
  const unknown = fields.find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw refusal(20001, `Fields: ${unknown} is not a field of Lookup`);
  return fields;
}

/** What is wrong with a number, as far as the simulator can tell. */
function problemsOf(phoneNumber: string): string[] {
  const digits = phoneNumber.length - 1;
  if (digits < 8) return ['TOO_SHORT'];
  if (digits > 15) return ['TOO_LONG'];
  if (!phoneNumber.startsWith('+1')) return [];
  if (digits !== 11) return [digits < 11 ? 'TOO_SHORT' : 'TOO_LONG'];
  return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(phoneNumber) ? [] : ['INVALID_BUT_POSSIBLE'];
}

/** Lines and numbers that exist here are known; of others nothing is. */
function whose({ world, inventory }: RestContext, phoneNumber: string): Whose {
  const line = world.lines.get(phoneNumber);
  if (line !== undefined) return profileOf(line).lookUp;
  const own = world.numbers.byPhoneNumber(phoneNumber) ?? inventory.find(phoneNumber);
  if (own === undefined) return { carrierName: null, type: null };
  return { carrierName: 'Twilio - SMS/MMS-SVR', type: own.type === 'local' ? 'nonFixedVoip' : 'tollFree' };
}

function showLineType(context: RestContext, phoneNumber: string) {
  const { carrierName, type } = whose(context, phoneNumber);
  return {
    carrier_name: carrierName,
    type,
    mobile_country_code: null,
    mobile_network_code: null,
    error_code: null,
  };
}

function charge({ world, test }: RestContext, phoneNumber: string): void {
  if (test) return;
  world.bill.charge({
    at: world.clock.now(),
    kind: 'lookup',
    category: 'lookups',
    sid: world.ids.sid('RQ'),
    phoneNumber,
    description: `Line type of ${phoneNumber}`,
    amountMicros: PRICES.lineTypeLookup,
    currency: PRICES.currency,
    quantity: 1,
    tag: null,
  });
}

function countryOf({ inventory }: RestContext, phoneNumber: string): string | null {
  const calling = CALLING_CODES.find(([code]) => phoneNumber.startsWith(`+${code}`));
  return inventory.placeOf(phoneNumber)?.isoCountry ?? calling?.[1] ?? null;
}

function fetchNumber(context: RestContext): Reply {
  const phoneNumber = readNumber(context);
  const problems = problemsOf(phoneNumber);
  const valid = problems.length === 0;
  const wanted = valid && readFields(context).includes('line_type_intelligence');
  if (wanted) charge(context, phoneNumber);
  const nothing = Object.fromEntries(
    FIELDS.filter((field) => field !== 'validation').map((field) => [field, null]),
  );
  const country = countryOf(context, phoneNumber);
  return ok({
    ...nothing,
    calling_country_code: CALLING_CODES.find(([code]) => phoneNumber.startsWith(`+${code}`))?.[0] ?? null,
    country_code: valid ? country : null,
    phone_number: valid ? phoneNumber : null,
    national_format: valid ? formatNational(phoneNumber) : null,
    valid,
    validation_errors: problems,
    line_type_intelligence: wanted ? showLineType(context, phoneNumber) : null,
    url: `${HOST}/v2/PhoneNumbers/${phoneNumber}`,
  });
}

export const lookUpRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/v2/PhoneNumbers/{PhoneNumber}',
    allowsTest: true,
    note: 'line_type_intelligence of existing lines and of Twilio numbers; the other fields are null.',
    handle: fetchNumber,
  },
];
