import { css } from 'lit';

export const confirmRowStyles = css`
  .price {
    display: grid;
    gap: 2px;
  }

  .price b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .price .bone.line {
    inline-size: 112px;
  }

  .big {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }

  .chosen h3 {
    font-weight: 400;
    margin-block-end: calc(var(--_unit) * -1.5);
  }

  .bone.big {
    inline-size: 180px;
    block-size: 30px;
  }

  .facts {
    display: grid;
    gap: calc(var(--_unit) * 1.5);
  }

  .facts li {
    display: flex;
    gap: calc(var(--_unit) * 1.5);
  }

  .facts .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }

  .facts .bone.line {
    inline-size: 160px;
  }

  .last {
    padding-block-start: calc(var(--_unit) * 2);
    border-block-start: 1px solid var(--_border);
    text-wrap: pretty;
  }
`;
