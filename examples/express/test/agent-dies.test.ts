import { testDyingAgent } from './agent-dies.ts';
import { expressExample } from './started-example.ts';

testDyingAgent(expressExample);
