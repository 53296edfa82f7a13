import { css } from 'lit';

export const phoneDialGuideStyles = css`
  :host {
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  .guide {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 2);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_unit);
    grid-column: 1 / -1;
  }

  .step {
    padding-inline: calc(var(--_unit) * 2);
    border-color: var(--_border);
    border-radius: 999px;
    background: var(--_surface);
    font-weight: 500;
  }

  .step[aria-current] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .beside,
  .settings,
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_unit) * 2);
    min-inline-size: 0;
  }

  .what {
    display: grid;
    gap: 4px;
  }

  .code {
    font-weight: 600;
    user-select: all;
  }

  .hero {
    font-size: clamp(1.5em, 7.5cqi, 2em);
    line-height: 1.2;
    letter-spacing: -0.01em;
  }

  .hero .group {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  mark {
    background: none;
    color: var(--_accent-text);
  }

  .picture {
    display: grid;
    justify-content: center;
  }

  .phone {
    display: grid;
    gap: 10px;
    inline-size: 208px;
    padding: 14px 16px 16px;
    border: 1px solid var(--_border);
    border-radius: 28px;
    background: var(--_raised);
    font-size: 16px;
    user-select: none;
  }

  .desk {
    border-radius: 16px;
  }

  .speaker {
    justify-self: center;
    inline-size: 44px;
    block-size: 4px;
    border-radius: 4px;
    background: var(--_border);
  }

  .receiver {
    fill: var(--_surface);
    stroke: var(--_outline);
    stroke-width: 1.5;
    transition: transform 200ms;
  }

  .desk:not(.idle) .receiver {
    transform: translateY(-10px) rotate(-4deg);
  }

  .screen {
    display: flex;
    align-items: center;
    justify-content: center;
    block-size: 40px;
    padding-inline: 8px;
    border-radius: 8px;
    background: var(--_surface);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    overflow: clip;
  }

  .screen i {
    inline-size: 1.5px;
    block-size: 18px;
    margin-inline-start: 2px;
    background: var(--_accent);
  }

  .keys {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 8px;
  }

  .key {
    display: grid;
    align-content: center;
    justify-items: center;
    block-size: 46px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: var(--_surface);
    line-height: 1.1;
  }

  .key b {
    font-weight: 500;
  }

  .key small {
    min-block-size: 10px;
    font-size: 8px;
    line-height: 10px;
    letter-spacing: 0.08em;
    color: var(--_muted);
  }

  .key.lit {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    animation: press 260ms ease-out;
  }

  .key.lit.odd {
    animation-name: press-odd;
  }

  .key.lit small {
    color: inherit;
  }

  .call {
    display: grid;
    place-items: center;
    justify-self: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 50%;
    background: light-dark(#0f8a50, #1f9d63);
  }

  .call svg {
    inline-size: 22px;
    fill: #fff;
  }

  .call.lit {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    animation: press 260ms ease-out;
  }

  @keyframes press {
    from {
      transform: scale(0.9);
    }
  }

  @keyframes press-odd {
    from {
      transform: scale(0.9);
    }
  }

  .player {
    display: grid;
    gap: var(--_unit);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .caption {
    display: grid;
    align-items: center;
    min-block-size: 3em;
  }

  .controls {
    display: flex;
    gap: 4px;
    margin-inline-start: -10px;
  }

  .control {
    min-inline-size: 44px;
    padding: 0;
  }

  .control:hover:not(:disabled) {
    background: var(--_raised);
  }

  .play,
  .pause {
    color: var(--_accent-text);
  }

  .glyph-chevron:dir(rtl) {
    transform: scaleX(-1);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1.5);
  }

  .actions > * {
    flex: 1 1 auto;
  }

  .scan {
    display: none;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .tile {
    display: block;
    inline-size: 104px;
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: #fff;
    color: #000;
    forced-color-adjust: none;
  }

  .tile svg {
    display: block;
    fill: currentColor;
  }

  summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--_muted);
    cursor: pointer;
  }

  details ol {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  .menus {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }

  .menus li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_unit);
    min-block-size: 48px;
    padding: var(--_unit) calc(var(--_unit) * 2);
  }

  .menus li + li {
    border-block-start: 1px solid var(--_border);
  }

  .menus .icon {
    color: var(--_muted);
  }

  .enter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_unit) calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 2);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .enter small {
    inline-size: 100%;
  }

  .enter .code {
    flex: 1 0 auto;
    font-size: clamp(1.25em, 6cqi, 1.5em);
  }

  figure {
    margin: 0;
    padding-inline-start: calc(var(--_unit) * 2);
    border-inline-start: 3px solid var(--_border);
  }

  blockquote {
    margin: 0;
    quotes: auto;
    text-wrap: pretty;
  }

  blockquote::before {
    content: open-quote;
  }

  blockquote::after {
    content: close-quote;
  }

  @container (min-width: 32em) {
    .dial {
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: calc(var(--_unit) * 4);
      align-items: start;
    }
  }

  @media (pointer: fine) {
    @container (min-width: 32em) {
      .scan {
        display: grid;
      }
      .dial-link {
        display: none;
      }
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .key.lit,
    .call.lit {
      animation: none;
    }
    .receiver {
      transition: none;
    }
    .play,
    .pause,
    .replay {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .key.lit {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .step[aria-current] {
      outline: 1px solid Highlight;
    }
    mark {
      color: Highlight;
    }
    .call {
      border: 1px solid;
    }
    .call svg {
      fill: CanvasText;
    }
  }
`;
