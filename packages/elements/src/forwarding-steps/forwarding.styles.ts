import { css } from 'lit';

export const forwardingStyles = css`
  .single {
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'main' 'foot';
    grid-template-rows: 1fr auto;
  }

  /* Two lines, so that what is wrong moves nothing: a button that moves under a finger is not pressed. */
  .note {
    min-block-size: 2.86em;
    font-size: 0.875em;
    line-height: 1.43;
  }

  .note.wrong {
    color: var(--_danger);
  }

  .field.wrong {
    border-color: var(--_danger);
  }

  #line {
    font-variant-numeric: tabular-nums;
    text-align: start;
  }

  /* A number is written from left to right, at the side where the line begins. */
  :host(:dir(rtl)) #line {
    text-align: end;
  }

  .hero {
    font-size: clamp(1.5em, 9cqi, 2.25em);
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.02em;
    user-select: all;
  }

  .aside .hero {
    font-size: 1.5em;
  }

  .heroic h2 {
    display: flex;
    align-items: center;
    gap: var(--_unit);
    min-block-size: 1.75em;
    font-size: 1em;
    line-height: 1.5;
    letter-spacing: 0;
  }

  .heroic .hero {
    margin-block-start: calc(var(--_unit) * -1);
  }

  .good {
    color: var(--_success);
  }

  .lead {
    max-inline-size: 44em;
    margin-block-start: calc(var(--_unit) * -1);
  }

  .info {
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.875em;
    line-height: 1.43;
  }

  .aside.kept {
    display: flex;
  }

  .todo {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  .panel-view {
    min-block-size: 320px;
  }

  .panel-view .main {
    justify-content: center;
    gap: calc(var(--_unit) * 1.5);
  }

  .panel-view p {
    max-inline-size: 34em;
  }

  .advice {
    padding-inline-start: calc(var(--_unit) * 2);
    border-inline-start: 3px solid var(--_border);
  }

  .seal {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 4px;
    border-radius: 50%;
    background: var(--_pressed);
  }

  .seal.alert {
    background: color-mix(in oklab, var(--_danger) 12%, var(--_surface));
    color: var(--_danger);
  }

  .seal.good {
    background: color-mix(in oklab, var(--_success) 14%, var(--_surface));
    color: var(--_success);
  }

  .heroic .seal {
    inline-size: 1.75em;
    block-size: 1.75em;
    margin: 0;
  }

  .next {
    display: grid;
    gap: var(--_unit);
  }

  .next ul {
    display: grid;
    gap: var(--_unit);
    color: var(--_muted);
  }

  .next li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_unit);
  }

  .next li::before {
    content: '';
    margin-block-start: calc(0.75em - 2px);
    align-self: start;
    border: 2px solid;
    border-radius: 50%;
  }

  .next .strong {
    color: var(--_text);
    white-space: nowrap;
  }

  .link {
    align-self: flex-start;
    text-align: start;
  }

  .bones {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 3);
  }

  .bones > div {
    display: grid;
    align-content: start;
    gap: calc(var(--_unit) * 2);
  }

  .bone.device {
    justify-self: center;
    inline-size: 208px;
    block-size: 380px;
    border-radius: 28px;
  }

  .bone.code {
    inline-size: min(280px, 100%);
    block-size: 38px;
  }

  .bone.dot {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
  }

  .frame .bone.action {
    inline-size: 136px;
    block-size: 44px;
  }

  @container (max-width: 29.99em) {
    .foot {
      flex-direction: column-reverse;
    }

    .foot > span:empty {
      display: none;
    }

    .frame .bone.action {
      inline-size: 100%;
    }

    .foot > p {
      order: 1;
    }
  }

  @container (min-width: 32em) {
    .bones {
      grid-template-columns: auto minmax(0, 1fr);
    }
  }

  @container (min-width: 45em) {
    .single {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'main' 'foot';
    }
  }

  @media (forced-colors: active) {
    .pill:has(:checked),
    .row:has(:checked) {
      border-color: Highlight;
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
