/** Something a check found, and how to mend it. */
export interface Finding {
  readonly problem: string;
  readonly remedy: string;
}
