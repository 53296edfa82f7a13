import { readFile } from 'node:fs/promises';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Lit without what the elements never use, for the bundle only. Every browser that knows `light-dark()`, which they
 * need, can construct style sheets and has shadow roots of its own; no attribute of theirs is anything but text; they
 * have no decorators, no controllers and no directives. A Lit whose text has changed stops the build, so that somebody looks.
 */
export function leanLit(): Plugin {
  return {
    name: 'lean-lit',
    setup(build) {
      build.onLoad({ filter: /reactive-element\/css-tag\.js$/ }, () => ({ contents: cssTag }));
      for (const [file, pieces] of Object.entries(unused)) {
        build.onLoad({ filter: new RegExp(`/${file}/${file}\\.js$`) }, async ({ path }) => ({
          contents: pieces.reduce(cut, await readFile(path, 'utf8')),
        }));
      }
    },
  };
}

function cut(source: string, [piece, instead]: Piece): string {
  if (!source.includes(piece)) throw new Error(`this Lit has no more: ${piece}`);
  return source.replace(piece, instead);
}

type Piece = readonly [piece: string, instead: string];

const unused: Readonly<Record<string, readonly Piece[]>> = {
  'reactive-element': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    [
      'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t}',
      'toAttribute:t=>t',
    ],
    [
      'fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}',
      'fromAttribute:t=>t',
    ],
    ['p?.({ReactiveElement:y}),', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [
      'addController(t){(this._$EO??=new Set).add(t),void 0!==this.renderRoot&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}',
      '',
    ],
    [',this._$EO?.forEach(t=>t.hostConnected?.())', ''],
    ['this._$EO?.forEach(t=>t.hostDisconnected?.())', ''],
    [',this._$EO?.forEach(t=>t.hostUpdate?.())', ''],
    ['this._$EO?.forEach(t=>t.hostUpdated?.()),', ''],
  ],
  'lit-element': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
      ';',
    ],
  ],
  'lit-html': [
    [
      'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
      'function M(t,i){return i}',
    ],
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),', ';'],
  ],
};

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
