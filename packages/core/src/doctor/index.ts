export type { Check, CheckName, CheckOutcome } from './check.ts';
export { createDoctor, type Doctor, type DoctorDeps, type DoctorReport } from './create-doctor.ts';
