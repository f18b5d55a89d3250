import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { nameClient } from "./name-client.ts";

const named = (rawHeaders: string[], remoteAddress: string, trusted: string[] = []) => {
  const forwarded = rawHeaders.flatMap((text, index, all) =>
    index % 2 === 1 && all[index - 1]?.toLowerCase() === "x-forwarded-for" ? [text] : [],
  );
  const headers = forwarded.length > 0 ? { "x-forwarded-for": forwarded.join(", ") } : {};
  const request = { headers, rawHeaders, socket: { remoteAddress } } as unknown as IncomingMessage;
  nameClient(request, trusted);
  return { lookedUp: request.headers["x-forwarded-for"], asItCame: request.rawHeaders };
};

it.each([
  ["of a client without a proxy", ["Host", "h"], [], "9.9.9.9"],
  ["of one that claims another", ["X-Forwarded-For", "1.1.1.1", "Host", "h"], [], "9.9.9.9"],
  ["behind a trusted proxy", ["Host", "h", "x-forwarded-for", "6.6.6.6, 1.1.1.1"], ["9.9.9.9"], "1.1.1.1"],
])("the address %s is in both the parsed and the raw headers", (...given) => {
  const [, headers, trusted, address] = given;
  expect(named(headers, "9.9.9.9", trusted)).toEqual({
    lookedUp: address,
    asItCame: ["Host", "h", "x-forwarded-for", address],
  });
});
