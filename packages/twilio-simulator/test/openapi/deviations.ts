/**
 * Where Twilio's documents contradict themselves or the service, and which side the simulator takes.
 * Nothing else may differ: the checks fail on any other unknown, missing or ill-typed property.
 */
export interface Deviation {
  /** Operation ids, or '*' for all. */
  operations: RegExp;
  /** JSON pointers, with array indexes left out: `/calls/price`. */
  pointer: RegExp;
  allows: 'missing' | 'unknown' | 'string for number' | 'empty string' | 'relative address' | 'null';
  reason: string;
}

export const DEVIATIONS: readonly Deviation[] = [
  {
    operations: /^ListAvailablePhoneNumber/,
    pointer: /^\/(end|first_page_uri|next_page_uri|page|page_size|previous_page_uri|start)$/,
    allows: 'missing',
    reason: 'The schemas declare paging; the examples and users of the service show none: twilio-node#316.',
  },
  {
    operations: /^ListAvailablePhoneNumber(Local|TollFree)$/,
    pointer: /^\/available_phone_numbers\/(latitude|longitude)$/,
    allows: 'string for number',
    reason: 'Declared as numbers, shown as strings in the example of the same operation.',
  },
  {
    operations: /^ListUsageRecord/,
    pointer: /^\/usage_records\/price$/,
    allows: 'string for number',
    reason: 'Declared as a number with an override to string; the example shows a string.',
  },
  {
    operations: /^ListUsageRecord/,
    pointer: /^\/usage_records\/description$/,
    allows: 'unknown',
    reason: 'Missing from the schema, present in the example of the same operation.',
  },
  {
    operations: /^Fetch(PhoneNumber|Voice)(Country|Number)$/,
    pointer: /_prices?\/(base_price|current_price)$/,
    allows: 'string for number',
    reason: 'Declared as numbers with an override to string; the examples show strings.',
  },
  {
    operations: /IncomingPhoneNumber/,
    pointer: /(sms|voice)_application_sid$/,
    allows: 'empty string',
    reason: 'An unset application is an empty string in the example of the list operation.',
  },
  {
    operations: /IncomingPhoneNumber/,
    pointer: /\/(sms_url|sms_fallback_url|status_callback|voice_url|voice_fallback_url)$/,
    allows: 'empty string',
    reason: 'Unset addresses are empty strings in the example of the list operation.',
  },
  {
    operations: /IncomingPhoneNumber(Local|Mobile|TollFree)$/,
    pointer: /\/type$/,
    allows: 'unknown',
    reason: 'The field came in February 2026; the schemas of the subtypes were not all given it.',
  },
  {
    operations: /^FetchPhoneNumber$/,
    pointer: /^\/(\w+|line_type_intelligence\/\w+)$/,
    allows: 'null',
    reason: 'Not declared nullable; null in every example of the same operation where it was not asked for.',
  },
  {
    operations: /.*/,
    pointer: /(^|\/)(uri|first_page_uri|next_page_uri|previous_page_uri)$/,
    allows: 'relative address',
    reason: 'Declared as uri; every example is a path relative to the host.',
  },
];

export function allows(operation: string, pointer: string, kind: Deviation['allows']): boolean {
  const plain = pointer.replace(/\/\d+(?=\/|$)/g, '');
  return DEVIATIONS.some(
    (deviation) =>
      deviation.allows === kind && deviation.operations.test(operation) && deviation.pointer.test(plain),
  );
}
