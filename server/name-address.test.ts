import type { IncomingMessage } from "node:http";
import { expect, it, vi } from "vitest";
import { nameAddress } from "./name-address.ts";

const HOST = "w.internal:3000";

/** A request's headers afterwards, both parsed and raw, and the reported addresses. */
function named(given: Record<string, string>, remoteAddress: string, trusted: string[]) {
  const headers: Record<string, string> = { host: HOST, ...given };
  const rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name.toUpperCase(), value]);
  const request = { headers, rawHeaders, socket: { remoteAddress } } as unknown as IncomingMessage;
  const onUnlisted = vi.fn();
  nameAddress(request, trusted, onUnlisted);
  const raw = request.rawHeaders;
  const asTheyCame = Object.fromEntries(
    raw.flatMap((name, index) => (index % 2 ? [] : [[name.toLowerCase(), raw[index + 1]]])),
  );
  expect(asTheyCame).toEqual(request.headers);
  return { headers: request.headers, unlisted: onUnlisted.mock.calls.flat() };
}

const outside = { "x-forwarded-host": "w.example", "x-forwarded-proto": "https" };
const https = { "x-forwarded-proto": "https" };

it.each([
  ["keeps its host without a proxy", {}, [], { host: HOST }],
  ["is given what a trusted proxy says", outside, ["9.9.9.9"], { host: "w.example", ...https }],
  [
    "is not given what anybody else says",
    { ...outside, forwarded: "host=a", "x-forwarded-port": "1" },
    [],
    { host: HOST },
  ],
  ["keeps its host where the proxy passes it on", https, ["9.9.9.9"], { host: HOST, ...https }],
  ["loses http, which is what it came by", { "x-forwarded-proto": "http" }, ["9.9.9.9"], { host: HOST }],
  [
    "is given the first of a chain",
    { "x-forwarded-host": "w.example, inner", "x-forwarded-proto": "HTTPS, http" },
    ["9.9.9.9"],
    { host: "w.example", ...https },
  ],
  ["is not given a host that is none", { "x-forwarded-host": "a/b" }, ["9.9.9.9"], { host: HOST }],
])("a request %s", (_, given, trusted, expected) => {
  expect(named(given, "9.9.9.9", trusted).headers).toEqual(expected);
});

it("reports a proxy that is not listed, and no other client", () => {
  expect(named({ "x-forwarded-for": "1.1.1.1" }, "9.9.9.9", []).unlisted).toEqual(["9.9.9.9"]);
  expect(named(outside, "::ffff:9.9.9.9", ["9.9.9.9"]).unlisted).toEqual([]);
  expect(named({}, "9.9.9.9", []).unlisted).toEqual([]);
});
