export interface QueuedTask {
  readonly dueAt: number;
  readonly run: () => void | Promise<void>;
  /** Somebody waits for it: a process must not end before. */
  readonly awaited: boolean;
}

/** Tasks in the order of their times; those of one time in the order they came. */
export interface TaskQueue {
  add(task: QueuedTask): void;
  remove(task: QueuedTask): void;
  first(): QueuedTask | undefined;
  /** Takes the first task out if it is due by then. */
  takeDue(until: number): QueuedTask | undefined;
  someoneWaits(): boolean;
  clear(): void;
}

export function createTaskQueue(): TaskQueue {
  let tasks: QueuedTask[] = [];
  return {
    add: (task) => {
      const later = tasks.findIndex((other) => other.dueAt > task.dueAt);
      tasks.splice(later === -1 ? tasks.length : later, 0, task);
    },
    remove: (task) => {
      tasks = tasks.filter((other) => other !== task);
    },
    first: () => tasks[0],
    takeDue: (until) => (tasks[0] !== undefined && tasks[0].dueAt <= until ? tasks.shift() : undefined),
    someoneWaits: () => tasks.some(({ awaited }) => awaited),
    clear: () => {
      tasks = [];
    },
  };
}
