import { css } from 'lit';

/** The drawn phone and its keys. */
export const keypadStyles = css`
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

  .desk:not(.is-idle) .receiver {
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

  /* No letters here on any phone: the signs stand in the middle. */
  .key:nth-child(n + 10) small {
    display: none;
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
`;
