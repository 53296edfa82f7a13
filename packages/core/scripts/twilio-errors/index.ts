export { twilioErrorsPage } from './page.ts';
