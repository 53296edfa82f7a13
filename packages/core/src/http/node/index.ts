export { nodeErrors } from './errors.ts';
