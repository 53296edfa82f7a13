import type { TwimlElement } from './element.ts';

/** The element as indented XML, for people to read. */
export function formatElement(element: TwimlElement, depth = 0): string {
  const pad = '  '.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const open = `${pad}<${element.name}${attributes}`;
  if (element.children.length === 0) {
    return element.text === '' ? `${open}/>` : `${open}>${escapeXml(element.text)}</${element.name}>`;
  }
  const inside = element.children.map((child) => formatElement(child, depth + 1));
  if (element.text !== '') inside.unshift(`${pad}  ${escapeXml(element.text)}`);
  return [`${open}>`, ...inside, `${pad}</${element.name}>`].join('\n');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
