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

  .code .group {
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
    margin-inline: -10px;
  }

  /* As on every player, forward is to the right. */
  :host(:dir(rtl)) .controls {
    justify-content: end;
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
    min-inline-size: 112px;
    padding-inline: 10px 14px;
    justify-content: start;
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
    min-block-size: 44px;
    padding-block: 10px;
    color: var(--_muted);
    cursor: pointer;
  }

  details ol {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  /* One column: the code first, then the phone that shows it. */
  @container (max-width: 31.99em) {
    .dial .beside {
      display: contents;
    }

    .steps {
      order: -2;
    }

    .what {
      order: -1;
    }
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
