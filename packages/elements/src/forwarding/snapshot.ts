import type { ForwardingCondition, LineKind } from '@numberkit/contract';
import type { KeyValueStore } from '../setup/index.ts';
import type { ForwardingModel, ForwardingView, GuideWay } from './model.ts';

/** What survives a reload, in the tab only: the customer's answers. The rest is the server's to know. */
export interface ForwardingSnapshot {
  readonly version: 1;
  readonly view: ForwardingView;
  /** The forwarding that was on screen. */
  readonly forwardingId: string | null;
  readonly text: string;
  readonly carrierId: string | null;
  readonly kind: LineKind | null;
  readonly condition: ForwardingCondition | null;
  readonly way: GuideWay;
  /** The test whose result was on screen. */
  readonly testId: string | null;
}

/** Keeps one snapshot per tenant. */
export interface ForwardingSnapshots {
  read(tenantId: string): ForwardingSnapshot | null;
  write(tenantId: string, snapshot: ForwardingSnapshot): void;
}

/** The snapshot of a model. */
export function takeForwardingSnapshot(model: ForwardingModel): ForwardingSnapshot {
  const { view, forwarding, line, carrier, condition, way, test } = model;
  return {
    version: 1,
    view,
    forwardingId: forwarding?.id ?? null,
    text: line.text,
    carrierId: carrier.id,
    kind: carrier.kind,
    condition,
    way,
    testId: test?.id ?? null,
  };
}

/** @param open gives the store; may throw, as `sessionStorage` does in a sandboxed frame */
export function createForwardingSnapshots(open: () => KeyValueStore): ForwardingSnapshots {
  const keyOf = (tenantId: string) => `numberkit:forwarding:${tenantId}`;
  return {
    read(tenantId) {
      try {
        const value: unknown = JSON.parse(open().getItem(keyOf(tenantId)) ?? 'null');
        return isSnapshot(value) ? value : null;
      } catch {
        return null;
      }
    },
    write(tenantId, snapshot) {
      try {
        open().setItem(keyOf(tenantId), JSON.stringify(snapshot));
      } catch {
        // Full or forbidden: the flow goes on without resuming.
      }
    },
  };
}

const views = new Set<unknown>([
  'line',
  'carrier',
  'when',
  'guide',
  'test',
  'on',
  'broken',
  'undo',
  'off',
] satisfies ForwardingView[]);

function isSnapshot(value: unknown): value is ForwardingSnapshot {
  // Only looked at, field by field.
  const { version, view, text } = (value ?? {}) as Partial<ForwardingSnapshot>;
  return version === 1 && views.has(view) && typeof text === 'string';
}
