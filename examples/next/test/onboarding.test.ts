import { testOnboarding } from '../../express/test/onboarding.ts';
import { nextExample } from './next-example.ts';

testOnboarding(nextExample);
