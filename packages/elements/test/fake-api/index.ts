export { json, problem, reset, silence } from './answers.ts';
export { type Answer, createFakeApi, type FakeApi, type SeenRequest } from './fake-api.ts';
export { aroundOakland, cool, newTenant, oakland, offered, owned } from './fixtures.ts';
export {
  askStep,
  carriers,
  checkedLine,
  dialStep,
  existingLine,
  forwardingOf,
  gsmStep,
  landlineStep,
  planOf,
  settingsStep,
  testOf,
} from './forwarding-fixtures.ts';
export type { FakeTests } from './forwarding-routes.ts';
