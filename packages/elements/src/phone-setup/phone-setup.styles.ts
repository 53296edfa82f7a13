import { css } from 'lit';

export const phoneSetupStyles = css`
  :host {
    inline-size: 100%;
    max-inline-size: 880px;
    min-inline-size: min(288px, 100%);
    margin-inline: auto;
  }

  :host([hidden]) {
    display: none;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([theme='auto']) {
    color-scheme: light dark;
  }

  .card {
    position: relative;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_surface);
  }

  .stage > * {
    animation: arrive var(--_quick) ease-out;
  }

  .bar {
    display: flex;
    align-items: center;
    gap: var(--_unit);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border-block-end: 1px solid var(--_border);
    background: var(--_raised);
    font-size: 0.875em;
    line-height: 1.43;
  }

  .frame .bone.heading {
    inline-size: min(320px, 90%);
    block-size: 28px;
  }

  .bone-card {
    display: grid;
    grid-template-columns: 20px 1fr;
    align-content: center;
    gap: 12px;
    min-block-size: 82px;
    padding-inline: calc(var(--_unit) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .bone.dot {
    inline-size: 20px;
    block-size: 20px;
    margin-block: -4px;
    border-radius: 50%;
  }

  .bone.line {
    inline-size: min(176px, 80%);
    block-size: 12px;
  }

  .bone.short {
    grid-column: 2;
    inline-size: min(120px, 60%);
  }

  .frame .bone.action {
    inline-size: 136px;
    block-size: 44px;
  }

  .opening .main {
    gap: calc(var(--_unit) * 1.5);
    min-block-size: 352px;
  }

  @container (max-width: 29.99em) {
    .frame .bone.action {
      inline-size: 100%;
    }
  }

  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
`;
