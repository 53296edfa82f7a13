/** Below this many, nobody can tell a wrong account from bad luck by the share alone. */
const FEW = 20;
const SHARE = 0.1;

/**
 * Why ghosts must not be marked lost: so many of our numbers are missing that the credentials more likely belong to
 * another account, or the database to another installation. `null` when nothing speaks against it.
 * @param ours numbers that should be in the account.
 */
export function cautionAboutGhosts(ours: number, ghosts: number): string | null {
  const none = ours > 1 && ghosts === ours;
  if (!none && (ghosts <= FEW || ghosts <= ours * SHARE)) return null;
  return `${ghosts} of our ${ours} numbers are not in this account: are these the right credentials?`;
}
