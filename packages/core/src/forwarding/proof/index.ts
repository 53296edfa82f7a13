export { createDriveTest, type DriveTest } from './drive-test.ts';
export { followTest } from './follow-test.ts';
export { type CallEnd, noteCallEnd } from './note-call-end.ts';
export { createOpenTest, type OpenTest, type TestOrder } from './open-test.ts';
export { type SettleTestsReport, settleTests } from './settle-tests.ts';
export { countCall } from './test-bounds.ts';
