import type { ErrorGroup } from '../src/http/index.ts';

/** The page docs/errors.md, as Markdown. */
export function renderErrorsPage(groups: readonly ErrorGroup[]): string {
  return [introduction, ...groups.map(renderGroup)].join('\n');
}

const introduction = `# Errors

<!-- Written by packages/core/scripts/write-errors-page.ts. Do not edit by hand. -->

Every error of numberkit is a \`NumberkitError\` with a stable \`code\`. The HTTP API answers it as
\`application/problem+json\`; \`GET {base path}/errors/{code}\` explains the code.

**Status** is the HTTP status of that answer. **Again?** says whether the same request may succeed later, unchanged.

\`\`\`ts
import { isNumberkitError } from 'numberkit';

function alternativesAfter(error: unknown): readonly string[] {
  return isNumberkitError(error, 'number-unavailable') ? error.alternatives : [];
}
\`\`\`
`;

function renderGroup({ title, errors }: ErrorGroup): string {
  const rows = Object.values(errors).map(
    ({ code, status, retryable, title: name, hint }) =>
      `| <a id="${code}"></a>\`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${cell(name)} | ${cell(hint)} |`,
  );
  return [
    `## ${title}`,
    '',
    '| Code | Status | Again? | What happened | What to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
