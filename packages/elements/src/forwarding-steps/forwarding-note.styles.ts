import { css } from 'lit';

export const forwardingNoteStyles = css`
  .note + .note {
    margin-block-start: var(--_unit);
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_unit) calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .note span {
    flex: 1 1 12em;
  }

  .on .icon {
    color: var(--_success);
  }

  .broken .icon {
    color: var(--_danger);
  }
`;
