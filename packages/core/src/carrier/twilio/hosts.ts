import type { TwilioRequest } from './transport.ts';

/** Where Twilio's hosts are. */
export interface TwilioHosts {
  readonly edge?: string | undefined;
  readonly region?: string | undefined;
  /** Stands in for every Twilio host: a simulator, a gateway. */
  readonly apiBaseUrl?: string | undefined;
}

const LABEL = /^[a-z][a-z0-9-]*$/;

/**
 * Says why these hosts cannot work, if so.
 * `api.<region>.twilio.com` without an edge was switched off on 28 April 2026
 * (https://www.twilio.com/docs/global-infrastructure), so a region alone would fail on the first call, not here.
 */
export function problemWithHosts(hosts: TwilioHosts): string | undefined {
  if (hosts.region && !hosts.edge) {
    return `region "${hosts.region}" needs an edge too, such as edge: "dublin" with region: "ie1"`;
  }
  for (const [name, label] of [
    ['edge', hosts.edge],
    ['region', hosts.region],
  ]) {
    if (label && !LABEL.test(label)) return `${name} "${label}" is not a host name label`;
  }
  if (hosts.apiBaseUrl && !/^https?:\/\//.test(hosts.apiBaseUrl)) {
    return `apiBaseUrl "${hosts.apiBaseUrl}" does not begin with http:// or https://`;
  }
  return undefined;
}

/** The request's address without its query. */
export function addressOf(request: Pick<TwilioRequest, 'product' | 'path'>, hosts: TwilioHosts): string {
  return baseOf(request.product, hosts) + request.path;
}

function baseOf(product: string, hosts: TwilioHosts): string {
  if (hosts.apiBaseUrl) return hosts.apiBaseUrl.replace(/\/+$/, '');
  // The default region is us1; an edge alone still needs it in the name.
  const place = hosts.edge ? `.${hosts.edge}.${hosts.region ?? 'us1'}` : '';
  return `https://${product}${place}.twilio.com`;
}
