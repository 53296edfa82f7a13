import { css } from 'lit';

/** Names to choose from, and the kinds of line. */
export const carrierViewStyles = css`
  .list {
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .row {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 1.5);
    min-block-size: 52px;
    padding: var(--_unit) calc(var(--_unit) * 2);
    cursor: pointer;
    transition: background-color var(--_quick);
  }

  .row ~ .row,
  .none {
    border-block-start: 1px solid var(--_border);
  }

  .row:first-child,
  .none:first-child {
    border-block-start: 0;
  }

  label.row:hover {
    background: var(--_raised);
  }

  label.row:has(:checked) {
    background: var(--_tint);
  }

  label.row:has(input[type='radio']:focus-visible) {
    outline-offset: -2px;
    border-radius: var(--_radius);
  }

  .row > :nth-child(3) {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .row:has(.badge) {
    flex-wrap: wrap;
  }

  .row:has(.badge) > bdi {
    flex: 1 1 4em;
  }

  .row small {
    display: block;
  }

  .row .badge.accent,
  .option .badge.accent {
    background: color-mix(in oklab, var(--_accent) 16%, var(--_surface));
  }

  .kind {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 1.25em;
    color: var(--_muted);
  }

  .strong {
    font-weight: 600;
  }

  .none {
    padding: calc(var(--_unit) * 2);
  }

  .more {
    inline-size: 100%;
    min-block-size: 52px;
    border: 0;
    border-block: 1px solid var(--_border);
    border-radius: 0;
    color: var(--_muted);
    font-weight: 500;
  }

  .more + .row {
    border-block-start: 0;
  }

  .more:hover {
    background: var(--_raised);
    color: var(--_text);
  }

  .more:focus-visible {
    outline-offset: -4px;
    border-radius: var(--_radius);
  }

  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_unit);
  }

  .kinds h3 {
    inline-size: 100%;
  }

  .pill {
    display: flex;
    align-items: center;
    gap: var(--_unit);
    min-block-size: 48px;
    padding: var(--_unit) calc(var(--_unit) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }

  .pill .icon {
    color: var(--_muted);
  }

  .pill:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
`;
