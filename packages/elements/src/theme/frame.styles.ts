import { css } from 'lit';

/**
 * One step: the question, what belongs to it at its side, and the action at the bottom, always in its place.
 * Widths are counted in em, so that large text gets the narrow layout.
 */
export const frame = css`
  :host {
    container-type: inline-size;
  }

  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'main' 'aside' 'foot';
    grid-template-rows: 1fr auto auto;
    min-block-size: var(--_reserved, 0);
  }

  .main {
    grid-area: main;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 2);
  }

  .aside {
    grid-area: aside;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 2);
    border-block-start: 1px solid var(--_border);
    background: var(--_raised);
  }

  .aside.extra {
    display: none;
  }

  .foot {
    grid-area: foot;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 2);
    border-block-start: 1px solid var(--_border);
  }

  .back {
    align-self: flex-start;
    margin-block: calc(var(--_unit) * -1.5) calc(var(--_unit) * -1);
    padding-inline-start: 4px;
  }

  @container (min-width: 30em) {
    .main,
    .aside {
      padding: calc(var(--_unit) * 4) calc(var(--_unit) * 3);
    }

    .foot {
      flex-direction: row;
      align-items: center;
      justify-content: space-between;
      min-block-size: 77px;
      padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    }

    .foot > :last-child:not(p) {
      flex: none;
      margin-inline-start: auto;
    }

    .foot > button {
      white-space: nowrap;
    }
  }

  @container (min-width: 45em) {
    .frame {
      grid-template-columns: minmax(0, 8fr) minmax(0, 5fr);
      grid-template-areas: 'main aside' 'foot foot';
      grid-template-rows: 1fr auto;
    }

    .main,
    .aside,
    .aside.extra {
      display: flex;
      padding: calc(var(--_unit) * 4);
    }

    .aside {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }

    .foot {
      padding-inline: calc(var(--_unit) * 4);
    }

    .narrow-only {
      display: none;
    }
  }
`;
