import { expect, it } from "vitest";
import { refusedClass } from "./address-class.ts";

it.each([
  ["93.184.216.34", null],
  ["1.1.1.1", null],
  ["172.15.255.255", null],
  ["172.32.0.1", null],
  ["100.63.255.255", null],
  ["0.0.0.0", "unspecified"],
  ["0.1.2.3", "unspecified"],
  ["10.0.0.1", "private"],
  ["172.16.0.1", "private"],
  ["172.31.255.255", "private"],
  ["192.168.1.1", "private"],
  ["127.0.0.1", "loopback"],
  ["127.255.255.254", "loopback"],
  ["169.254.1.1", "link-local"],
  ["169.254.169.254", "metadata"],
  ["168.63.129.16", "metadata"],
  ["100.100.100.200", "metadata"],
  ["100.64.0.1", "carrier"],
  ["100.127.255.255", "carrier"],
  ["192.0.2.1", "reserved"],
  ["198.18.0.1", "reserved"],
  ["198.51.100.7", "reserved"],
  ["203.0.113.9", "reserved"],
  ["224.0.0.1", "multicast"],
  ["240.0.0.1", "reserved"],
  ["255.255.255.255", "broadcast"],
])("IPv4 %s: %s", (address, word) =>
  expect(refusedClass(address)).toEqual(word === null ? null : expect.stringContaining(word)),
);

it.each([
  ["2606:4700:4700::1111", null],
  ["2a00:1450:4001:80b::200e", null],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["fe80::1", "link-local"],
  ["fe80::1%eth0", "link-local"],
  ["fc00::1", "private"],
  ["fd12:3456::1", "private"],
  ["fd00:ec2::254", "metadata"],
  ["fec0::1", "reserved"],
  ["ff02::1", "multicast"],
  ["2001:db8::1", "reserved"],
  ["3fff::1", "reserved"],
  ["100::1", "reserved"],
  ["4000::1", "reserved"],
  // An IPv4 address in another dress counts as that address.
  ["::ffff:127.0.0.1", "loopback"],
  ["::ffff:a00:1", "private"],
  ["::ffff:169.254.169.254", "metadata"],
  ["::ffff:1.1.1.1", null],
  ["64:ff9b::7f00:1", "loopback"],
  ["64:ff9b::10.0.0.1", "private"],
  ["64:ff9b::101:101", null],
  ["64:ff9b:1::1", "reserved"],
  ["2002:7f00:1::", "reserved"],
  ["2001:0:7f00:1::", "reserved"],
  ["::127.0.0.1", "loopback"],
])("IPv6 %s: %s", (address, word) =>
  expect(refusedClass(address)).toEqual(word === null ? null : expect.stringContaining(word)),
);

it.each(["localhost", "", "1.2.3", "0x7f.1", "2130706433", "hooks.example.com"])(
  "takes %j for no address of its own",
  (text) => expect(refusedClass(text)).not.toBeNull(),
);
