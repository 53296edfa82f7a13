import { REST_ROUTES } from '../src/rest/index.ts';
import { type Operation, operations } from '../test/openapi/documents.ts';

/** One row of COVERAGE.md: an operation of the official documents and whether the simulator has it. */
export interface CoverageRow {
  operation: Operation;
  supported: boolean;
  note: string;
}

const ROOTS = /^\/(2010-04-01\/Accounts\/\{AccountSid\}|2010-04-01|v1|v2)\//;

export const coverageRows: readonly CoverageRow[] = operations.map((operation) => {
  const route = REST_ROUTES.find(
    ({ method, template }) => method === operation.method && template === operation.template,
  );
  return { operation, supported: route !== undefined, note: route?.note ?? '' };
});

/** Routes that no official document knows: there must be none. */
export const strayRoutes = REST_ROUTES.filter(
  ({ method, template }) =>
    !operations.some((operation) => operation.method === method && operation.template === template),
).map(({ method, template }) => `${method} ${template}`);

function resourceOf({ template }: Operation): string {
  const path = template.replace(ROOTS, '').replace(/\.json$/, '');
  return path
    .split('/')
    .filter((segment) => !segment.startsWith('{'))
    .join(' ');
}

const TITLES: Record<string, string> = {
  twilio_api_v2010: 'api.twilio.com, 2010-04-01',
  twilio_pricing_v1: 'pricing.twilio.com, v1',
  twilio_pricing_v2: 'pricing.twilio.com, v2',
  twilio_lookups_v2: 'lookups.twilio.com, v2',
};

const lineOf = ({ operation, supported, note }: CoverageRow) =>
  `| ${resourceOf(operation)} | ${operation.id} | ${operation.method} | ${supported ? 'yes' : 'no'} | ${note} |`;

/** The text of COVERAGE.md. */
export function renderCoverage(): string {
  const supported = coverageRows.filter((row) => row.supported).length;
  const sections = Object.entries(TITLES).map(([document, title]) => {
    const rows = coverageRows.filter(({ operation }) => operation.document === document);
    // What works comes first; within both halves the order is that of the document.
    const ordered = [...rows.filter((row) => row.supported), ...rows.filter((row) => !row.supported)];
    return [
      `## ${title}`,
      '',
      '| Resource | Operation | Method | Supported | Notes |',
      '|---|---|---|---|---|',
      ...ordered.map(lineOf),
    ].join('\n');
  });
  return [
    '# Coverage',
    '',
    `The simulator implements ${supported} of the ${coverageRows.length} operations in four of Twilio's official`,
    'OpenAPI documents. Every supported operation is driven through the official SDK in `test/sdk.test.ts`, and',
    'every answer is held against its document. Any other path answers 404 with the code 20404 and a message',
    'that names this file. Other hosts (numbers, messaging, trunking, …) are not simulated.',
    '',
    'This file is generated: `node scripts/build-coverage.ts`.',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}
