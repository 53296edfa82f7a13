export { defineForwarding } from './define-forwarding.ts';
