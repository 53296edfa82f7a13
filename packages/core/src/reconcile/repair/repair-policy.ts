/** What reconciling may repair by itself. */
export interface RepairPolicy {
  /**
   * Paid for and unknown to us. `adopt` (default): to the tenant it was bought for when that tenant still has nothing
   * else, else into the pool; what may have had callers goes into quarantine first. `release`: given back.
   */
  readonly orphans?: 'adopt' | 'release' | 'report';
  /** Set up differently at the carrier. Default `repoint`. */
  readonly drift?: 'repoint' | 'report';
  /** Gone at the carrier. `mark-lost` (default): its life ends, the event `number.lost` tells. */
  readonly ghosts?: 'mark-lost' | 'report';
  /** Operations open for long. Default `settle`. */
  readonly stuck?: 'settle' | 'report';
  /** How long an adopted number rests when it may have had callers. Default 30. */
  readonly quarantineDays?: number;
}

/** The policy with its defaults. */
export type FullPolicy = Required<RepairPolicy>;

export function completePolicy(policy: RepairPolicy): FullPolicy {
  return {
    orphans: 'adopt',
    drift: 'repoint',
    ghosts: 'mark-lost',
    stuck: 'settle',
    quarantineDays: 30,
    ...policy,
  };
}
