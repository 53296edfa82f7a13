export {
  type Answer,
  createFakeApi,
  type FakeApi,
  json,
  problem,
  reset,
  type SeenRequest,
  silence,
} from './fake-api.ts';
export { aroundOakland, cool, newTenant, oakland, offered, owned } from './fixtures.ts';
