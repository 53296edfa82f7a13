/** `Thu, 30 Jul 2015 23:19:04 +0000`: the date form of the 2010-04-01 API. */
export function rfc2822(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

/** `2015-07-30`, in UTC. */
export const utcDay = (date: Date): string => date.toISOString().slice(0, 10);
