import { testDyingAgent } from '../../express/test/agent-dies.ts';
import { nextExample } from './next-example.ts';

testDyingAgent(nextExample);
