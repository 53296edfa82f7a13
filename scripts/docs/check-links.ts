import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../workspace/index.ts';

/** The text of a Markdown file without its fenced blocks and inline code, where brackets are no links. */
function prose(markdown: string): string {
  return markdown
    .replace(/^\s*(```|~~~)[\s\S]*?^\s*\1\s*$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, '');
}

/** The anchors GitHub gives the headings of a Markdown file. */
export function anchorsOf(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

/** Local links of one Markdown file that lead nowhere. */
export function checkLinks(file: string, markdown: string): string[] {
  const findings: string[] = [];
  for (const [index, line] of prose(markdown).split('\n').entries()) {
    for (const match of line.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) {
      const problem = checkTarget({ file, markdown }, match[1] ?? '');
      if (problem !== undefined) findings.push(`${file}:${index + 1}: ${problem}`);
    }
  }
  return findings;
}

interface Page {
  readonly file: string;
  readonly markdown: string;
}

function checkTarget({ file, markdown }: Page, target: string): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [path = '', anchor = ''] = target.split('#');
  const aim = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path));
  if (path !== '' && !existsSync(join(root, aim))) return `links to ${target}, and there is no ${aim}`;
  if (anchor === '' || !aim.endsWith('.md')) return undefined;
  const known = anchorsOf(path === '' ? markdown : readFileSync(join(root, aim), 'utf8'));
  return known.has(anchor) ? undefined : `links to ${target}, and ${aim} has no heading with that anchor`;
}
