/** What `--help` shows. */
export const HELP = `Usage: numberkit <command> [options]

  migrate                          bring the database schema up to date
  doctor [--repair]                look at the whole set-up, with a remedy for each fault
  reconcile [--repair]             compare our records with the carrier account
  pool status                      stock, targets, demand, and what idle numbers cost
  pool prebuy --area-codes 415,510 --count 10 [--dry-run]
                                   fill the pool to that many numbers in each area code
  pool replenish [--dry-run]       fill the pool as its policy says
  numbers list [--tenant ID]       every number that lives, or one tenant's
  numbers release ID [--reason R]  give a number back to the carrier
  numbers transfer ID --from TENANT --to TENANT [--reason R]
  forwardings [--tenant ID]        every line that forwards, and whether a test has proved it
  forwardings stats                how each dial code did in our tests
  sweep NAME [--only-when-due]     run one sweep; without a name: list them

  --config FILE   the module that exports \`numberkit\`; else numberkit.config.ts, .mts, .js or .mjs,
                  looked for here and in the folders above
  --json          one JSON document instead of text
  --yes           do not ask before money moves
  --help          show this text

Exit codes: 0 all is well, 1 something was found or failed, 2 the command was not understood.`;
