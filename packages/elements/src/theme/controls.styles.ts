import { css } from 'lit';

/** Text, buttons, badges, icons and focus: what every step is made of. Three sizes: 1.5em, 1em, 0.875em. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ol,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  h2 {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
    outline: none;
  }

  h3 {
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.43;
  }

  p {
    text-wrap: pretty;
  }

  small {
    font-size: 0.875em;
    line-height: 1.43;
  }

  .muted {
    color: var(--_muted);
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon-back:dir(rtl) {
    transform: scaleX(-1);
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  button,
  input,
  .button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_unit);
    min-block-size: 44px;
    padding: 8px calc(var(--_unit) * 2.5);
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: none;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--_quick),
      border-color var(--_quick),
      opacity var(--_quick);
  }

  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
    min-inline-size: 136px;
  }

  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
  }

  .secondary {
    border-color: var(--_border);
    background: var(--_surface);
  }

  .secondary:hover {
    background: var(--_raised);
  }

  .plain {
    border: 0;
    padding-inline: var(--_unit);
    margin-inline: calc(var(--_unit) * -1);
    color: var(--_muted);
    font-weight: 500;
  }

  .plain:hover {
    color: var(--_text);
  }

  button:disabled {
    cursor: default;
    opacity: 0.45;
  }

  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  .badge {
    flex: none;
    padding: 2px 8px;
    border-radius: 999px;
    background: var(--_pressed);
    color: var(--_text);
    font-size: 0.875em;
    line-height: 1.43;
    font-weight: 500;
    white-space: nowrap;
  }

  .badge.accent {
    background: var(--_tint);
    color: var(--_accent-text);
  }

  .digits {
    font-variant-numeric: tabular-nums;
    unicode-bidi: isolate;
    direction: ltr;
  }

  .group {
    white-space: nowrap;
  }

  .dash {
    font-variant-numeric: normal;
  }

  .bone {
    display: block;
    border-radius: 6px;
    background: var(--_pressed);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bone,
    .badge {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    button:disabled {
      opacity: 1;
      color: GrayText;
      border-color: GrayText;
      background: Canvas;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
