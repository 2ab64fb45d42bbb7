import { expect, test } from "vitest";
import { addressOf } from "./requests";

test.each([
  ["without servers in front: the other end of the connection", "", "203.0.113.7", 0, "203.0.113.7"],
  ["and never what the caller says", "198.51.100.1", "203.0.113.7", 0, "203.0.113.7"],
  ["behind one: what it saw", "198.51.100.1", "10.0.0.2", 1, "198.51.100.1"],
  ["not what the caller told it", "1.1.1.1, 2.2.2.2, 198.51.100.1", "10.0.0.2", 1, "198.51.100.1"],
  ["behind two: what the outer one saw", "1.1.1.1, 198.51.100.1, 10.0.0.3", "10.0.0.2", 2, "198.51.100.1"],
  ["past them, without the header: the other end", "", "10.0.0.2", 1, "10.0.0.2"],
  ["or with too short a one", "198.51.100.1", "10.0.0.2", 2, "10.0.0.2"],
  ["or with what is no address", "unknown; drop table", "10.0.0.2", 1, "10.0.0.2"],
  ["IPv4 in the dress of IPv6 is itself", "", "::ffff:203.0.113.7", 0, "203.0.113.7"],
  ["IPv6 is its network", "", "2001:db8:1:2:3:4:5:6", 0, "2001:db8:1:2::/64"],
  ["however it is written", "", "2001:DB8:1:2::ffff", 0, "2001:db8:1:2::/64"],
  ["also where it is short", "", "::1", 0, "0:0:0:0::/64"],
  ["or belongs to one interface", "", "fe80::1%eth0", 0, "fe80:0:0:0::/64"],
])("%s", (_, forwardedFor, peer, proxies, address) => {
  expect(addressOf(forwardedFor, peer, proxies)).toBe(address);
});
