import { journeys, testForwarding } from '../../express/test/forwarding.ts';
import { nextExample } from './next-example.ts';

testForwarding(nextExample, [journeys.cox]);
