export { PhoneDialGuideElement } from './phone-dial-guide.ts';
