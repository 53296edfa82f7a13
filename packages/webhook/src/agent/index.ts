export type { AboutCall, AgentContext } from './agent-context.ts';
export { renderAgent } from './render-agent.ts';
