import type { CallInstructions, PlaceCallRequest, UpdateCallRequest } from '../world/index.ts';
import { isHttpUrl, type Parameters } from './parameters.ts';
import type { RestContext } from './route.ts';
import { refusal } from './twilio-error.ts';

const LONGEST_TWIML = 4000;
const EVENTS = ['initiated', 'ringing', 'answered', 'completed'];
const PHONE = /^\+?[1-9]\d{6,14}$/;
const ENDPOINT = /^(sips?|client):.+/;

const e164 = (number: string) => (PHONE.test(number) && !number.startsWith('+') ? `+${number}` : number);

function readTo(form: Parameters): string {
  const to = form.filled('To');
  if (to === undefined) throw refusal(21201, "No 'To' number is specified");
  if (!PHONE.test(to) && !ENDPOINT.test(to))
    throw refusal(21211, `The phone number you are attempting to call, ${to}, is not valid`);
  return e164(to);
}

/** `From` must be the account's own number: the simulator has no verified caller ids. */
function readFrom({ form, world }: RestContext): { from: string; phoneNumberSid: string } {
  const from = form.filled('From');
  if (from === undefined) throw refusal(21213, "No 'From' number is specified");
  if (!PHONE.test(from)) throw refusal(21212, `Invalid From Number (caller ID): ${from}`);
  const owned = world.numbers.byPhoneNumber(e164(from));
  if (owned === undefined) {
    throw refusal(21210, `The source phone number provided, ${from}, is not yet verified for your account`);
  }
  return { from: owned.phoneNumber, phoneNumberSid: owned.sid };
}

function readUrl(form: Parameters, name: string): string | undefined {
  const url = form.filled(name);
  // Twilio refuses underscores in the host name of a callback.
  if (url === undefined || (isHttpUrl(url) && !new URL(url).hostname.includes('_'))) return url;
  throw refusal(21205, `${name} is not a valid URL: ${url}`);
}

/** `Url` wins over `Twiml`: "If both twiml and url are provided then twiml parameter will be ignored." */
export function readInstructions(form: Parameters): CallInstructions | undefined {
  const sid = form.sid('ApplicationSid', 'AP', 21218);
  if (sid !== undefined && sid !== '') return { kind: 'application', sid };
  const url = readUrl(form, 'Url');
  if (url !== undefined) {
    return {
      kind: 'url',
      url,
      method: form.method('Method', 21209) ?? 'POST',
      fallbackUrl: readUrl(form, 'FallbackUrl') ?? null,
      fallbackMethod: form.method('FallbackMethod', 21209) ?? 'POST',
    };
  }
  const twiml = form.filled('Twiml');
  if (twiml === undefined) return undefined;
  if (twiml.length > LONGEST_TWIML) throw refusal(21205, `Twiml is longer than ${LONGEST_TWIML} characters`);
  return { kind: 'twiml', twiml };
}

function readSendDigits(form: Parameters): string | null {
  const digits = form.filled('SendDigits');
  if (digits === undefined || /^[0-9#*wW]{1,32}$/.test(digits)) return digits ?? null;
  throw refusal(21206, `SendDigits is not valid: ${digits}`);
}

function readMachineDetection(form: Parameters): string | null {
  const mode = form.filled('MachineDetection');
  if (mode === undefined || /^(enable|detectmessageend)$/i.test(mode)) return mode ?? null;
  throw refusal(20001, `MachineDetection must be Enable or DetectMessageEnd: ${mode}`);
}

const readEvents = (form: Parameters): string[] => {
  const named = form.all('StatusCallbackEvent').flatMap((value) => value.split(/[ ,]+/));
  const known = EVENTS.filter((event) => named.includes(event));
  return known.length === 0 ? ['completed'] : known;
};

/** Lines that Twilio itself does not call. */
function refuseBlocked({ world }: RestContext, to: string): void {
  const blocked = world.lines.get(to)?.blocked;
  if (blocked === 'geo-permission') {
    throw refusal(
      21215,
      `Account not authorized to call ${to}. Perhaps you need to enable some international permissions`,
    );
  }
  if (blocked === 'blocklist') throw refusal(21216, `Call blocked by Twilio blocklist: ${to}`);
}

export function readPlaceCall(context: RestContext): PlaceCallRequest {
  const { form, world } = context;
  const to = readTo(form);
  const { from, phoneNumberSid } = readFrom(context);
  if (from === to) throw refusal(21211, 'A Twilio number cannot call itself');
  if (world.account.type === 'Trial' && world.numbers.byPhoneNumber(to) === undefined) {
    throw refusal(21219, `The number ${to} is unverified. Trial accounts may only call verified numbers`);
  }
  refuseBlocked(context, to);
  const instructions = readInstructions(form);
  if (instructions === undefined) throw refusal(21205, 'Url, Twiml or ApplicationSid is required');
  const sendDigits = readSendDigits(form);
  return {
    from,
    to,
    phoneNumberSid,
    instructions,
    statusCallback: readUrl(form, 'StatusCallback') ?? null,
    statusCallbackMethod: form.method('StatusCallbackMethod', 21209) ?? 'POST',
    statusCallbackEvents: readEvents(form),
    timeoutSeconds: form.whole('Timeout', { min: 1, max: 600 }, 21208) ?? 60,
    timeLimitSeconds: form.whole('TimeLimit', { min: 1, max: 86_400 }) ?? null,
    sendDigits,
    // "If both SendDigits and MachineDetection are provided, then MachineDetection will be ignored."
    machineDetection: sendDigits === null ? readMachineDetection(form) : null,
    record: form.flag('Record') ?? false,
  };
}

export function readUpdateCall(form: Parameters): UpdateCallRequest {
  const status = form.filled('Status');
  if (status !== undefined && status !== 'canceled' && status !== 'completed') {
    throw refusal(20001, `Status must be canceled or completed: ${status}`);
  }
  if (form.filled('Url') !== undefined && form.filled('Twiml') !== undefined) {
    throw refusal(20001, 'Url and Twiml are mutually exclusive');
  }
  const instructions = readInstructions(form);
  const statusCallback = readUrl(form, 'StatusCallback');
  const statusCallbackMethod = form.method('StatusCallbackMethod', 21209);
  const timeLimitSeconds = form.whole('TimeLimit', { min: 1, max: 86_400 });
  return {
    ...(status === undefined ? {} : { status }),
    ...(instructions === undefined ? {} : { instructions }),
    ...(statusCallback === undefined ? {} : { statusCallback }),
    ...(statusCallbackMethod === undefined ? {} : { statusCallbackMethod }),
    ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
  };
}
