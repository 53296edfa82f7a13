import { css } from 'lit';

export const messageStyles = css`
  .frame {
    min-block-size: max(var(--_reserved, 0px), 320px);
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'main' 'foot';
    grid-template-rows: 1fr auto;
  }

  .main {
    justify-content: center;
    gap: calc(var(--_unit) * 1.5);
  }

  @container (max-width: 29.99em) {
    .foot {
      flex-direction: column-reverse;
    }
  }

  .main > p,
  .main > small {
    max-inline-size: 34em;
  }

  .seal {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 4px;
    border-radius: 50%;
    background: var(--_pressed);
    color: var(--_text);
  }

  .seal.alert {
    background: color-mix(in oklab, var(--_danger) 12%, var(--_surface));
    color: var(--_danger);
  }
`;
