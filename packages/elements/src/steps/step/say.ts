import type { SetupInput } from '../../setup/index.ts';

/** Tells the flow what the customer did. */
export type Say = (input: SetupInput) => void;
