export { checkGraph } from './check-graph.ts';
export { checkNames } from './check-names.ts';
export { checkMachinePaths, checkText } from './check-text.ts';
export { reportFigures } from './report-figures.ts';
export { listRepositoryFiles, readSources } from './source.ts';
