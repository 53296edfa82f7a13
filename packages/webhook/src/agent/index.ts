export type { AgentContext } from './agent-context.ts';
export { renderAgent } from './render-agent.ts';
