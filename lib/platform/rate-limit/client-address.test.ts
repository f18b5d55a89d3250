import { describe, expect, it } from "vitest";
import { clientAddress, clientNetwork } from "./client-address.ts";

describe("the client's address", () => {
  it.each([
    ["the connection's, without a proxy", null, "9.9.9.9", [], "9.9.9.9"],
    ["the connection's, whatever an untrusted sender claims", "1.1.1.1", "9.9.9.9", [], "9.9.9.9"],
    ["what a trusted proxy says", "1.1.1.1", "10.0.0.1", ["10.0.0.1"], "1.1.1.1"],
    [
      "the last hop that no trusted proxy has",
      "6.6.6.6, 1.1.1.1, 10.0.0.2",
      "10.0.0.1",
      ["10.0.0.1", "10.0.0.2"],
      "1.1.1.1",
    ],
    ["the first hop where all are trusted", "10.0.0.2", "10.0.0.1", ["10.0.0.1", "10.0.0.2"], "10.0.0.2"],
    ["an IPv4 address in IPv6's clothes", null, "::ffff:9.9.9.9", [], "9.9.9.9"],
    ["the header's, where the connection is not known", "1.1.1.1", undefined, [], "1.1.1.1"],
    ["without the port that a proxy wrote", "1.1.1.1:4711", "10.0.0.1", ["10.0.0.1"], "1.1.1.1"],
    ["without brackets and port", "[2001:db8::1]:4711", "10.0.0.1", ["10.0.0.1"], "2001:db8::1"],
    ["nothing that could be known", null, undefined, [], "unknown"],
  ])("is %s", (_, header, remote, trusted, expected) => {
    expect(clientAddress(header, remote, trusted)).toBe(expected);
  });
});

it.each([
  ["9.9.9.9", "9.9.9.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0DB8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
])("counts the writes of %s under %s", (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});
