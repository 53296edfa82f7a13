import { css } from 'lit';

export const searchFieldsStyles = css`
  .label {
    font-size: 0.875em;
    line-height: 1.43;
  }

  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_unit);
  }

  .field {
    display: flex;
    align-items: center;
    gap: var(--_unit);
    min-block-size: 48px;
    padding-inline: calc(var(--_unit) * 1.5);
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    transition: border-color var(--_quick);
  }

  .field .icon {
    color: var(--_muted);
  }

  .field:focus-within {
    border-color: var(--_accent-text);
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  .field input {
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    align-self: stretch;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    font-size: max(1em, 16px);
    text-overflow: ellipsis;
  }

  .field input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_unit);
    min-block-size: 44px;
    margin-block-start: 4px;
  }

  .chips .bone {
    inline-size: 112px;
    block-size: 44px;
    border-radius: 999px;
  }

  .chip {
    gap: 6px;
    padding-inline: calc(var(--_unit) * 2);
    border-color: var(--_border);
    border-radius: 999px;
    background: var(--_surface);
    font-weight: 500;
  }

  .chip .about {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .chip:hover {
    border-color: var(--_outline);
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .vanity {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_unit) calc(var(--_unit) * 1.5);
  }

  .vanity .field {
    flex: 1 1 200px;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 44px;
  }

  .vanity input:not(:placeholder-shown) {
    text-transform: uppercase;
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
