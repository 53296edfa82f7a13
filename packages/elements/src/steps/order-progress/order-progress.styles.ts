import { css } from 'lit';

export const orderProgressStyles = css`
  .stages {
    display: grid;
    gap: calc(var(--_unit) * 1.5);
    margin-block-start: var(--_unit);
  }

  .stages li {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_unit) * 1.5);
    transition: color var(--_quick);
  }

  .stages .icon,
  .ring {
    margin-block-start: 2px;
  }

  .done .icon {
    color: var(--_success);
  }

  .now {
    font-weight: 600;
  }

  .later {
    color: var(--_muted);
  }

  .ring {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid var(--_border);
    border-radius: 50%;
  }

  .now .ring {
    border-color: var(--_tint);
    border-block-start-color: var(--_accent);
    animation: turn 900ms linear infinite;
  }

  .bone.line {
    inline-size: 192px;
    max-inline-size: 100%;
    block-size: 12px;
  }

  .bone.short {
    inline-size: 128px;
  }

  @container (max-width: 44.99em) {
    .aside {
      display: none;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .now .ring {
      animation: none;
      border-color: var(--_accent);
    }
  }

  @media (forced-colors: active) {
    .now .ring {
      border-color: Highlight;
      border-block-end-color: Canvas;
    }
  }
`;
