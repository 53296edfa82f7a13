import { join, relative } from 'node:path';
import type { DoorTarget } from '../workspace/index.ts';
import type { Finding } from './finding.ts';
import { eagerGraph, importsOf, listBuilt, packageOf } from './imports-of.ts';
import { listDoors } from './list-doors.ts';
import type { PackedPackage } from './pack.ts';

/** Received as instances, described by structural types, imported nowhere: not eagerly, not late, not in types. */
const OPTIONAL_PEERS = ['pg', 'mysql2', 'better-sqlite3', 'twilio', 'pg-boss', 'nodemailer', 'react'];

/** The packages whose doors run on servers only. */
const SERVER_PACKAGES = ['numberkit', '@numberkit/webhook', '@numberkit/twilio-simulator'];

/** Files of a tarball that import an optional peer. */
export function checkOptionalPeers(packed: PackedPackage): Finding[] {
  return listBuilt(join(packed.folder, 'dist')).flatMap((file) => {
    const { eager, late } = importsOf(file);
    const peers = [...eager, ...late].map(packageOf).filter((name) => OPTIONAL_PEERS.includes(name));
    return [...new Set(peers)].map((peer) => ({
      problem: `${packed.manifest.name}: ${relative(packed.folder, file)} imports the optional peer ${peer}`,
      remedy: 'take it as an instance through options and describe what you use of it by a structural type',
    }));
  });
}

/** Third parties the front door loads. */
export function checkFrontDoor(packed: PackedPackage): Finding[] {
  const { files, packages } = eagerGraph(join(packed.folder, 'dist/index.js'));
  const foreign = packages.filter(
    (specifier) => !specifier.startsWith('node:') && !specifier.startsWith('@numberkit/'),
  );
  return foreign.map((specifier) => {
    const importer = files.find((file) => importsOf(file).eager.includes(specifier)) ?? '';
    return {
      problem: `the front door numberkit loads ${specifier} (through ${relative(packed.folder, importer)})`,
      remedy: 'move what needs it behind another door, or import it with `await import()` where it is used',
    };
  });
}

/** Whether a browser bundler is turned away: it takes the first condition it knows, and it does not know `types`. */
function isClosedToBrowsers(target: DoorTarget): boolean {
  if (typeof target === 'string') return false;
  const first = Object.keys(target).find((condition) => condition !== 'types');
  return first === 'browser' && target.browser === null;
}

/** Server doors that a browser bundler would follow. */
export function checkBrowserClosed(packed: PackedPackage): Finding[] {
  if (!SERVER_PACKAGES.includes(packed.manifest.name)) return [];
  return listDoors(packed.manifest)
    .filter(({ target }) => !isClosedToBrowsers(target))
    .map(({ specifier }) => ({
      problem: `${specifier} is a server door and open to browsers`,
      remedy: `write \`types\`, then \`"browser": null\`, then \`default\` in publishConfig.exports of ${packed.source.path}/package.json`,
    }));
}
