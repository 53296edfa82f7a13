import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Described {
  readonly name: string;
  readonly description: string;
  readonly [more: string]: unknown;
}

/**
 * Writes `dist/custom-elements.json` (custom-elements manifest, schema 1.0.0) from the doc comment of
 * `<phone-setup>`, which is its contract, so that editors and documentation tools know the element.
 *
 * @param root folder of the package
 */
export async function writeManifest(root: string): Promise<void> {
  const source = await readFile(path.join(root, 'src/phone-setup/phone-setup.ts'), 'utf8');
  const comment = source.match(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export class PhoneSetupElement/)?.[1] ?? '';
  const text = comment.replace(/^\s*\* ?/gm, '');
  const manifest = {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'dist/index.js',
        declarations: [
          {
            kind: 'class',
            customElement: true,
            tagName: 'phone-setup',
            name: 'PhoneSetupElement',
            description: text.slice(0, text.indexOf('@')).trim(),
            attributes: attributesOf(source),
            events: tags(text, 'event').map(({ name, description, type }) => ({ name, description, type })),
            slots: tags(text, 'slot').map(nameAndDescription),
            cssParts: tags(text, 'csspart').map(nameAndDescription),
            cssProperties: tags(text, 'cssproperty').map(nameAndDescription),
          },
        ],
        exports: [{ kind: 'js', name: 'PhoneSetupElement', declaration: { name: 'PhoneSetupElement' } }],
      },
    ],
  };
  await writeFile(path.join(root, 'dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const nameAndDescription = ({ name, description }: Described) => ({ name, description });

/** The tags of one kind: `@slot next - What it holds.`, `@event {Type} name - When.` */
function tags(text: string, kind: string): Described[] {
  const lines = text.matchAll(new RegExp(`^@${kind} (?:\\{(\\w+)\\} )?\\[?([\\w-]+)[^\\n]*? - (.*)$`, 'gm'));
  return Array.from(lines, ([, type, name = '', description = '']) => ({
    name,
    description,
    ...(type && { type: { text: type } }),
  }));
}

/** The attributes, each with the comment of its property. */
function attributesOf(source: string): Described[] {
  const block = source.match(/properties: PropertyDeclarations = \{([\s\S]*?)\n {2}\};/)?.[1] ?? '';
  const found = block.matchAll(/^ {4}(\w+): \{ (?:attribute: '([\w-]+)'|reflect: true) \}/gm);
  return Array.from(found, ([, fieldName = '', attribute]) => ({
    name: attribute ?? fieldName,
    fieldName,
    description: source.match(new RegExp(`/\\*\\* (.*) \\*/\\n {2}declare ${fieldName}:`))?.[1] ?? '',
  }));
}
