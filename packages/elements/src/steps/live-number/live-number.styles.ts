import { css } from 'lit';

export const liveNumberStyles = css`
  h2 {
    color: var(--_success);
  }

  .seal {
    display: grid;
    place-items: center;
    inline-size: 1.75em;
    block-size: 1.75em;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_success) 14%, var(--_surface));
  }

  .seal path {
    stroke-width: 2.25;
    stroke-dasharray: 18;
    animation: draw 200ms 80ms ease-out backwards;
  }

  @keyframes draw {
    from {
      stroke-dashoffset: 18;
    }
  }

  figure {
    margin: 0;
    display: grid;
    gap: 4px;
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border-inline-start: 3px solid var(--_border);
  }

  figcaption {
    font-size: 0.875em;
    line-height: 1.43;
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

  .keep {
    align-self: flex-start;
  }

  .scan {
    display: grid;
    gap: var(--_unit);
  }

  .code {
    display: block;
    padding: 12px;
    background: #fff;
    color: #000;
    border: 1px solid var(--_border);
    forced-color-adjust: none;
  }

  .code svg {
    display: block;
    fill: currentColor;
  }

  .next {
    display: grid;
    gap: var(--_unit);
  }

  .next ul {
    display: grid;
    gap: var(--_unit);
    color: var(--_muted);
  }

  .next li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_unit);
  }

  .next li::before {
    content: '';
    margin-block-start: calc(0.75em - 2px);
    align-self: start;
    border: 2px solid;
    border-radius: 50%;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1.5);
  }

  .wide {
    min-inline-size: 176px;
  }

  @container (max-width: 29.99em) {
    .actions {
      flex-direction: column-reverse;
    }

    .scan {
      display: none;
    }

    .foot {
      flex-direction: column-reverse;
    }
  }

  @container (min-width: 30em) and (max-width: 44.99em) {
    .aside {
      flex-direction: row;
      gap: calc(var(--_unit) * 3);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .seal path {
      animation: none;
    }
  }
`;
