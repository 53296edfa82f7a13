export {
  HOLD_SECONDS,
  type Judgement,
  judgeTest,
  type TestCall,
  type TestEvidence,
  type TestLeg,
} from './judge-test.ts';
