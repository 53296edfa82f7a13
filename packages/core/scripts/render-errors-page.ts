import type { ErrorKind } from '../src/errors.ts';
import type { ErrorGroup } from '../src/http/index.ts';

/** The page docs/errors.md, as Markdown. */
export function renderErrorsPage(groups: readonly ErrorGroup[]): string {
  return [introduction, ...groups.map(renderGroup)].join('\n');
}

const introduction = `# Errors

<!-- Written by packages/core/scripts/write-errors-page.ts. Do not edit by hand. -->

Every error of numberkit is a \`NumberkitError\` with a stable \`code\`. The HTTP API answers it as
\`application/problem+json\`; \`GET {base path}/errors/{code}\` explains the code.

The status is the HTTP status of that answer.

\`\`\`ts
import { isNumberkitError } from 'numberkit';

function alternativesAfter(error: unknown): readonly string[] {
  return isNumberkitError(error, 'number-unavailable') ? error.alternatives : [];
}
\`\`\`
`;

function renderGroup({ title, errors }: ErrorGroup): string {
  return [`## ${title}\n`, ...Object.values(errors).map(renderKind)].join('\n');
}

// A heading for each code, so that errors.md#number-unavailable is its address.
function renderKind({ code, status, retryable, title, hint }: ErrorKind): string {
  const again = retryable ? 'may succeed when sent again' : 'do not send again unchanged';
  return `### ${code}\n\n${title}. Status ${status}; ${again}.\n\n${hint}\n`;
}
