export {
  type DoorTarget,
  listExamples,
  listPackages,
  listPublished,
  type Manifest,
  root,
  type WorkspacePackage,
} from './packages.ts';
export { type CommandOptions, type CommandResult, runCommand, stopCommands } from './run-command.ts';
export { runProgram } from './run-program.ts';
export { stopWithParent } from './stop-with-parent.ts';
