import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Described {
  readonly name: string;
  readonly description: string;
  readonly [more: string]: unknown;
}

const described = [
  { tagName: 'phone-setup', name: 'PhoneSetupElement', source: 'src/phone-setup/phone-setup.ts' },
  {
    tagName: 'phone-dial-guide',
    name: 'PhoneDialGuideElement',
    source: 'src/dial-guide/phone-dial-guide.ts',
  },
] as const;

/**
 * Writes `dist/custom-elements.json` (custom-elements manifest, schema 1.0.0) from the doc comments of the elements,
 * which are their contracts, so that editors and documentation tools know them.
 *
 * @param root folder of the package
 */
export async function writeManifest(root: string): Promise<void> {
  const declarations = await Promise.all(described.map((each) => declare(root, each)));
  const manifest = {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'dist/index.js',
        declarations,
        exports: described.map(({ name }) => ({ kind: 'js', name, declaration: { name } })),
      },
    ],
  };
  await writeFile(path.join(root, 'dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function declare(root: string, { tagName, name, source: file }: (typeof described)[number]) {
  const source = await readFile(path.join(root, file), 'utf8');
  const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export class ${name}`);
  const text = (source.match(comment)?.[1] ?? '').replace(/^\s*\* ?/gm, '');
  return {
    kind: 'class',
    customElement: true,
    tagName,
    name,
    description: text.slice(0, text.indexOf('@')).trim(),
    attributes: attributesOf(source),
    events: tags(text, 'event').map(({ name, description, type }) => ({ name, description, type })),
    slots: tags(text, 'slot').map(nameAndDescription),
    cssParts: tags(text, 'csspart').map(nameAndDescription),
    cssProperties: tags(text, 'cssproperty').map(nameAndDescription),
  };
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
