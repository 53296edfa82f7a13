import { journeys, testForwarding } from './forwarding.ts';
import { expressExample } from './started-example.ts';

testForwarding(expressExample, [journeys.tMobile, journeys.verizon, journeys.cox]);
