import { css } from 'lit';

/** A native radio button in the colours of the element; its row is the target. */
export const choice = css`
  input[type='radio'] {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    font-size: 1em;
    margin: 0;
    border: 1.5px solid var(--_outline);
    border-radius: 50%;
    background: var(--_surface);
    transition: border-color var(--_quick);
  }

  input[type='radio']::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: var(--_on-accent);
    opacity: 0;
  }

  input[type='radio']:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  input[type='radio']:checked::before {
    opacity: 1;
  }

  input[type='radio']:focus-visible {
    outline: none;
  }

  label:has(input[type='radio']:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    input[type='radio'] {
      forced-color-adjust: none;
    }
    label:has(input[type='radio']:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
