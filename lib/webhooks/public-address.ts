import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What the internet gives out of IPv6. All that stands for an IPv4 address or a network of one's own is outside of it, or in a range below. */
const global6 = ipaddr.parseCIDR("2000::/3");
/** Newer than the library's list: documentation (RFC 9637). */
const documentation6 = ipaddr.parseCIDR("3fff::/20");

/**
 * Whether an IP address belongs to somebody on the internet: none of those for networks of one's own, this machine, a link, a group,
 * documentation and tests, and none that carries an IPv4 address in it.
 */
export function isPublicAddress(text: string): boolean {
  if (!isIP(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || (address.match(global6) && !address.match(documentation6));
}
