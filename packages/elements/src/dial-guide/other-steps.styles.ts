import { css } from 'lit';

/** The menus to open, and what to say to the phone company. */
export const otherStepsStyles = css`
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
    flex: 1 1 auto;
    min-inline-size: 0;
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
`;
