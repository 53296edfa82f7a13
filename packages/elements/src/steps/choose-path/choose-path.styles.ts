import { css } from 'lit';

export const choosePathStyles = css`
  .options {
    display: grid;
    gap: calc(var(--_unit) * 1.5);
    margin-block-start: var(--_unit);
  }

  .option {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    column-gap: calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
    transition:
      border-color var(--_quick),
      background-color var(--_quick);
  }

  .option:hover {
    border-color: var(--_outline);
  }

  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .title {
    font-weight: 600;
  }

  .detail {
    grid-column: 2 / -1;
  }

  .option .badge.accent {
    background: color-mix(in oklab, var(--_accent) 16%, var(--_surface));
  }

  @container (max-width: 25em) {
    .option .badge {
      grid-column: 2 / -1;
      grid-row: 3;
      justify-self: start;
      margin-block-start: var(--_unit);
    }
  }

  @container (max-width: 16em) {
    .option .badge {
      grid-column: 1 / -1;
    }
  }

  .how {
    display: grid;
    gap: calc(var(--_unit) * 2);
    counter-reset: how;
  }

  .how li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_unit) * 1.5);
    counter-increment: how;
    color: var(--_muted);
  }

  .how li::before {
    content: counter(how);
    display: grid;
    place-items: center;
    inline-size: 1.7143em;
    block-size: 1.7143em;
    border-radius: 50%;
    background: var(--_pressed);
    color: var(--_text);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1;
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
