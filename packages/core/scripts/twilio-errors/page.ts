import type { TwilioError } from '../../src/carrier/twilio/index.ts';

/** What a column says of codes that never answer a request. */
const NOT_AN_ANSWER = '–';

const intro = `# Twilio's error codes and what numberkit makes of them

<!-- Written by packages/core/scripts/write-twilio-errors.ts from the table in packages/core/src/carrier/twilio/errors. -->

**Purchase** says what the code means for a number being bought. \`unavailable\`: another number may do. \`restricted\`: the
number needs an address, a bundle or a document. \`account\`: no number will do until the account is put right. \`invalid\`: the
order itself is wrong. All four mean that nothing was bought or charged. \`unknown\`: nobody knows yet, and numberkit asks
Twilio before it does anything else.

**Error** is the code of the \`NumberkitError\` that any other call throws. A code that is not listed counts by its HTTP
status: 401 \`carrier-credentials\`, 403 \`carrier-account\`, 429 \`carrier-busy\`, 408 and 5xx \`carrier-unavailable\`, others
\`carrier-rejected\`. A purchase that is answered 4xx with an unlisted code is refused; without any code it is unknown.

Rows with ${NOT_AN_ANSWER} never answer a request. They appear in Twilio's debugger and as \`ErrorCode\` of the fallback request.
`;

/** The page docs/twilio-errors.md. @param codeOf names a carrier error as the API does. */
export function twilioErrorsPage(
  rows: readonly TwilioError[],
  codeOf: (name: NonNullable<TwilioError['error']>) => string,
): string {
  const lines = rows.map((row) => {
    const code = row.through ? `${row.code}–${row.through}` : `[${row.code}](${addressOf(row.code)})`;
    const purchase = row.purchase ? `\`${row.purchase}\`` : NOT_AN_ANSWER;
    const error = row.error ? `\`${codeOf(row.error)}\`` : NOT_AN_ANSWER;
    return `| ${[code, row.status ?? NOT_AN_ANSWER, row.meaning, purchase, error, row.remedy].join(' | ')} |`;
  });
  const head = ['| Code | HTTP | Meaning | Purchase | Error | What to do |', '|---|---|---|---|---|---|'];
  return `${[intro, ...head, ...lines].join('\n')}\n`;
}

function addressOf(code: number): string {
  return `https://www.twilio.com/docs/api/errors/${code}`;
}
