import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Lit without its ways around style sheets that cannot be constructed: every browser that knows `light-dark()`, which
 * the elements need, can construct them. For the bundle only, which runs in browsers only.
 */
export function leanLit(): Plugin {
  return {
    name: 'lean-lit',
    setup(build) {
      build.onLoad({ filter: /reactive-element\/css-tag\.js$/ }, () => ({ contents: cssTag }));
    },
  };
}

const cssTag = `
  export const css = ([text]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  };
  export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };
  export const getCompatibleStyle = (sheet) => sheet;
  // Listed because Lit exports them; nothing here uses them, and they are dropped.
  export const supportsAdoptingStyleSheets = true, CSSResult = null, unsafeCSS = null;
`;
