export { buildElements } from './build-elements.ts';
export { buildNext } from './build-next.ts';
export { planStart, type StartPlan } from './plan-start.ts';
export { requireFreePorts } from './ports.ts';
export { type Server, startServer, stopServers } from './server.ts';
export { waitUntilServing } from './wait-until-serving.ts';
