import { css } from 'lit';

/** The number as the hero: its heading steps back so that there are still three sizes of text. */
export const hero = css`
  h2 {
    display: flex;
    align-items: center;
    gap: var(--_unit);
    min-block-size: 1.75em;
    font-size: 1em;
    line-height: 1.5;
    letter-spacing: 0;
  }

  .hero {
    font-size: clamp(1.5em, 9cqi, 2.75em);
    font-weight: 600;
    line-height: 1.1;
    letter-spacing: -0.02em;
    user-select: all;
    margin-block-start: calc(var(--_unit) * -1);
  }

  .tile {
    inline-size: 160px;
    block-size: 160px;
    border-radius: var(--_radius);
  }

  @container (max-width: 29.99em) {
    .tile {
      display: none;
    }
  }

  @container (min-width: 45em) {
    .hero {
      font-size: clamp(2em, 5.2cqi, 2.75em);
    }
  }
`;
