export { json, problem, reset, silence } from './answers.ts';
export { createFakeApi, type FakeApi } from './fake-api.ts';
export type { Answer, FakeTests, SeenRequest } from './fake-state.ts';
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
export { nonsense } from './nonsense.ts';
