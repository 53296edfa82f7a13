import type { Page } from 'playwright-core';
import type { StartedExample } from './started-example.ts';

/** One of the lines that a simulator has from the start. */
export interface SimulatedLine {
  readonly carrier: string;
  readonly kind: 'mobile' | 'landline';
  /** E.164. */
  readonly phoneNumber: string;
  /** As people write it. */
  readonly display: string;
}

const line = (
  carrier: string,
  kind: SimulatedLine['kind'],
  phoneNumber: string,
  display: string,
): SimulatedLine => ({
  carrier,
  kind,
  phoneNumber,
  display,
});

export const tMobile = line('T-Mobile', 'mobile', '+14152340142', '(415) 234-0142');
export const verizon = line('Verizon', 'mobile', '+15102340143', '(510) 234-0143');
export const cox = line('Cox', 'landline', '+16192340144', '(619) 234-0144');

/** Who takes calls to the line, and how long it rings before they go elsewhere. */
export async function setLine(
  { simulatorUrl }: StartedExample,
  { phoneNumber }: SimulatedLine,
  behaviour: 'answers' | 'voicemail',
  ringSeconds: number,
): Promise<void> {
  const answer = await fetch(`${simulatorUrl}/_simulator/lines/${encodeURIComponent(phoneNumber)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ behaviour, quirks: { ringSeconds } }),
  });
  if (!answer.ok) throw new Error(`the line cannot be set: ${answer.status}`);
}

/** Opens the simulator's page with the handset of a line. */
export async function takeHandset(
  phone: Page,
  { simulatorUrl }: StartedExample,
  { carrier, kind }: SimulatedLine,
): Promise<void> {
  await phone.goto(simulatorUrl);
  await phone.getByRole('button', { name: `${carrier} ${kind}` }).click();
}

/** Dials a code on the handset, and waits until the carrier forwards as it says. */
export async function dialOnHandset(phone: Page, code: string, forwards: RegExp): Promise<void> {
  await phone.getByTestId('keys').fill(code);
  await phone.getByTestId('handset-call').click();
  await phone.getByTestId('forwards').getByText(forwards).first().waitFor();
}

/** Calls the line as a stranger, from the web phone, until the greeting is heard. */
export async function callLine(phone: Page, greeting: RegExp): Promise<void> {
  await phone.getByRole('button', { name: 'Call this line' }).click();
  await phone.getByTestId('call').click();
  await phone.getByTestId('transcript').getByText(greeting).waitFor();
  await phone.getByTestId('hangup').click();
  await phone.getByTestId('hangup').waitFor({ state: 'hidden' });
}
