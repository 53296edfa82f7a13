export { PhoneSetupElement } from './phone-setup.ts';
