/** One XML element as written: names and values verbatim, nothing interpreted yet. */
export interface TwimlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TwimlElement[];
  /** Character data directly inside, whitespace collapsed and trimmed. */
  readonly text: string;
  /** Where the element starts, from 1. */
  readonly line: number;
}
