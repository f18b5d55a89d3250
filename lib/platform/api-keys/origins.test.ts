import { expect, it } from "vitest";
import { developmentOrigins, isOriginPattern, originAllowed } from "./origins.ts";

it.each([
  ["https://app.example.com", ["https://app.example.com"], true],
  ["https://APP.example.com", ["https://app.example.com"], true],
  ["http://app.example.com", ["https://app.example.com"], false],
  ["https://app.example.com:8443", ["https://app.example.com"], false],
  ["https://app.example.com:8443", ["https://app.example.com:*"], true],
  ["https://app.example.com", ["https://app.example.com:*"], true],
  ["https://a.example.com", ["https://*.example.com"], true],
  ["https://a.b.example.com", ["https://*.example.com"], true],
  ["https://example.com", ["https://*.example.com"], false],
  ["https://evilexample.com", ["https://*.example.com"], false],
  ["https://example.com.evil.net", ["https://example.com"], false],
  ["http://localhost:5173", developmentOrigins, true],
  ["http://localhost", developmentOrigins, true],
  ["http://localhost.evil.net:80", developmentOrigins, false],
  ["null", ["https://example.com"], false],
  ["null", ["*"], true],
  ["https://anything.example", ["*"], true],
  ["https://example.com", [], false],
])("a page at %s with the list %j may send: %s", (origin, patterns, allowed) => {
  expect(originAllowed(origin, patterns)).toBe(allowed);
});

it.each([
  ["https://example.com", true],
  ["https://*.example.com", true],
  ["http://localhost:*", true],
  ["*", true],
  ["example.com", false],
  ["https://example.com/path", false],
  ["https://exa mple.com", false],
  ["ftp://example.com", false],
  ["", false],
])("%j may stand in a list: %s", (text, fits) => {
  expect(isOriginPattern(text)).toBe(fits);
});
