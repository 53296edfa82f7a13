/**
 * Calls `stop` once when the user or the system asks this process to end, or when the process that started it is gone
 * (a killed npm leaves its child behind, and with it every server that child runs).
 */
export function stopWithParent(stop: (reason: string, exitCode: number) => Promise<void>): void {
  let stopping = false;
  const once = (reason: string, exitCode: number): void => {
    if (stopping) return;
    stopping = true;
    clearInterval(watch);
    stop(reason, exitCode).then(
      () => process.exit(exitCode),
      () => process.exit(exitCode),
    );
  };
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) once('the process that started this one is gone', 143);
  }, 1000);
  watch.unref();
  process.on('SIGINT', () => once('SIGINT', 130));
  process.on('SIGTERM', () => once('SIGTERM', 143));
  process.on('SIGHUP', () => once('SIGHUP', 129));
}
