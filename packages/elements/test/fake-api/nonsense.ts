import { reset, silence } from './answers.ts';
import type { Answer } from './fake-state.ts';
import { owned } from './fixtures.ts';

const answer =
  (body: BodyInit | null, status = 200): Answer =>
  () =>
    new Response(body, { status });
const json = (body: unknown): Answer => answer(JSON.stringify(body));

/** What a server, a proxy or a captive portal may give in place of an answer. */
export const nonsense: readonly (readonly [string, Answer])[] = [
  ['a page of HTML', answer('<!doctype html><h1>Welcome to Airport Wi-Fi</h1>')],
  ['nothing', answer('')],
  ['a body cut off', answer('{"numbers":[{"phoneNumber":"+1510')],
  ['null', answer('null')],
  ['a list', answer('[]')],
  ['an object of nothing', answer('{}')],
  ['lists of nothing', json({ tenant: {}, paths: ['buy'], numbers: [null], number: null })],
  ['numbers without a number', json({ tenant: {}, paths: ['buy'], numbers: [{}], number: {} })],
  ['a state nobody knows', json({ number: { ...owned(), status: 'weird' }, numbers: 7, tenant: null })],
  ['an error without a word', answer(null, 500)],
  ['an error in HTML', answer('<h1>502 Bad Gateway</h1>', 502)],
  ['a broken connection', reset],
  ['silence', silence],
];
