import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { namePage } from "./name-page.ts";

it.each([
  ["a page", "/demo/models?days=7", "/demo/models?days=7"],
  ["a page's data", "/demo/models?days=7&_rsc=1abc", "/demo/models?days=7"],
  ["the bare address", "/", "/"],
])("the URL of %s is in its headers, whatever the client sent there", (_, url, address) => {
  const request = { url, headers: { "x-whetstone-address": "/elsewhere" } } as unknown as IncomingMessage;
  namePage(request);
  expect(request.headers["x-whetstone-address"]).toBe(address);
});
