export { nodeErrors } from './errors.ts';
export type { NodeRequest, NodeResponse } from './node-messages.ts';
export {
  type FetchHandler,
  type NodeHandler,
  type NodeHandlerOptions,
  toNodeHandler,
} from './to-node-handler.ts';
