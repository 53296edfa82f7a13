import { css } from 'lit';

export const numberListStyles = css`
  #numbers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: 1fr;
    gap: var(--_unit);
    /* A full list's height, borders included: the field beneath stays where it is while the customer types into it. */
    min-block-size: calc(5 * 64px + 56px);
  }

  .list {
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    transition: opacity var(--_quick);
  }

  .list.waiting {
    opacity: 0.55;
  }

  .number {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 1.5);
    min-block-size: 64px;
    padding: var(--_unit) calc(var(--_unit) * 2);
    cursor: pointer;
    transition: background-color var(--_quick);
  }

  .number + .number {
    border-block-start: 1px solid var(--_border);
  }

  label.number:hover {
    background: var(--_raised);
  }

  label.number:has(:checked) {
    background: var(--_tint);
  }

  label.number:has(input[type='radio']:focus-visible) {
    outline-offset: -2px;
    border-radius: var(--_radius);
  }

  .text {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    justify-items: start;
  }

  .strong {
    font-weight: 600;
  }

  .number mark {
    padding-inline: 2px;
    margin-inline: -2px;
    border-radius: 4px;
    background: color-mix(in oklab, var(--_accent) 18%, var(--_surface));
    color: inherit;
  }

  label.number:has(:checked) .badge {
    background: color-mix(in oklab, var(--_accent) 14%, var(--_surface));
  }

  .far {
    flex: none;
  }

  @container (max-width: 25em) {
    label.number {
      display: grid;
      grid-template-columns: auto 1fr auto;
      row-gap: 0;
    }

    label.number input {
      grid-row: 1 / 3;
    }

    label.number .text {
      display: contents;
    }

    .strong {
      grid-column: 2 / 4;
      justify-self: start;
    }
  }

  @container (max-width: 16em) {
    label.number > :last-child {
      grid-column: 2 / 4;
      justify-self: start;
    }
  }

  .more {
    inline-size: 100%;
    min-block-size: 48px;
    border: 0;
    border-block-start: 1px solid var(--_border);
    border-radius: 0;
    color: var(--_muted);
    font-weight: 500;
  }

  .more:hover {
    background: var(--_raised);
    color: var(--_text);
  }

  .more:focus-visible {
    outline-offset: -4px;
    border-radius: var(--_radius);
  }

  .bone.dot {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
  }

  .bone.line {
    inline-size: 128px;
    block-size: 12px;
    margin-block: 6px;
    max-inline-size: 100%;
  }

  .bone.line.small {
    block-size: 8px;
  }

  .number:nth-child(even) .bone.line {
    inline-size: 140px;
  }

  .number .bone.line.small {
    inline-size: 88px;
  }

  #numbers:has(.below) {
    grid-template-rows: auto 1fr;
    gap: 0;
  }

  .below {
    min-block-size: 54px;
    padding-block: var(--_unit) 0;
    padding-inline: calc(var(--_unit) * 2);
    font-size: 0.875em;
    line-height: 1.43;
  }

  .panel {
    display: grid;
    align-content: center;
    justify-items: start;
    gap: 4px;
    padding: calc(var(--_unit) * 3);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }

  .panel h3 {
    font-size: 1em;
    line-height: 1.5;
    text-wrap: balance;
  }

  .panel button {
    margin-block-start: calc(var(--_unit) * 1.5);
  }

  #numbers:has(.notice) {
    grid-template-rows: auto 1fr;
  }

  .notice {
    display: flex;
    gap: var(--_unit);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border-radius: var(--_radius-small);
    background: var(--_raised);
    animation: arrive var(--_quick) ease-out;
  }

  .notice .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }

  @keyframes arrive {
    from {
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    .notice,
    mark {
      border: 1px solid CanvasText;
    }
    label.number:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
