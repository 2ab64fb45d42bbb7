import { expect, it } from "vitest";
import { isPublicAddress } from "./public-address";

const ours =
  `0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.254 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8
  192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::8.8.8.8 64:ff9b:1::a00:1 100::1
  2001::1 2001:2::1 2001:db8::1 2001:10::1 2001:20::1 2002:7f00:1::1 2002:808:808::1 3fff::1 3fff:fff::1 5f00::1 fc00::1 fd12:3456::1
  fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1 localhost 0x7f.1 2130706433 1.2.3 127.1`.split(/\s+/);
const theirs =
  "1.1.1.1 8.8.8.8 9.9.9.9 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.169.0.1 2606:4700::1111 2a00:1450:4001::200e 2620:fe::fe".split(
    " ",
  );

it("is none of those for networks of one's own, this machine, groups and documents, and none that hides another", () => {
  expect(ours.filter((address) => isPublicAddress(address))).toEqual([]);
});

it("is any other", () => {
  expect(theirs.filter((address) => !isPublicAddress(address))).toEqual([]);
});
