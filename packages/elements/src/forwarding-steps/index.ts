export { PhoneDialGuideElement } from '../dial-guide/index.ts';
export { defineForwarding } from './define-forwarding.ts';
