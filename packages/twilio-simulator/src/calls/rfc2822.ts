/** `Thu, 30 Jul 2015 23:19:04 +0000`: how Twilio writes times. */
export function rfc2822(date: Date): string {
  return date.toUTCString().replace(/GMT$/, '+0000');
}
