import { afterEach, describe, expect, it, vi } from "vitest";

type Given = Record<string, string>;

/** The module under an environment of its own, which is read once. */
async function under(variables: Given) {
  vi.resetModules();
  for (const name of ["PUBLIC_URL"]) vi.stubEnv(name, variables[name] ?? "");
  return import("./own-origin.ts");
}

afterEach(() => vi.unstubAllEnvs());

const TLS = { "x-forwarded-proto": "https" };

describe("the origin at which a request sees this installation", () => {
  it.each<[string, string, Given, Given]>([
    ["http://localhost:3000", "its host", { host: "localhost:3000" }, {}],
    ["http://127.0.0.1:3000", "an address", { host: "127.0.0.1:3000" }, {}],
    ["http://[::1]:3000", "an IPv6 address", { host: "[::1]:3000" }, {}],
    [
      "http://my_box.lan",
      "a name of a network, in any case, on the usual port",
      { host: "My_Box.lan:80" },
      {},
    ],
    ["https://w.example", "a host behind TLS", { host: "w.example:443", ...TLS }, {}],
    ["https://w.example", "what its own page says", { host: "w.example", origin: "https://w.example" }, {}],
    [
      "https://w.example",
      "where it was linked from",
      { host: "w.example", referer: "https://w.example/a" },
      {},
    ],
    ["http://w.example", "no other page's word", { host: "w.example", origin: "https://evil.example" }, {}],
    ["http://localhost", "no host that is none", { host: '"><script>' }, {}],
    ["http://localhost", "no shell's word", { host: "a$(reboot)" }, {}],
    ["http://localhost", "a missing host", {}, {}],
    ["https://w.example", "PUBLIC_URL", { host: "10.0.0.7:3000" }, { PUBLIC_URL: "https://w.example/" }],
  ])("is %s: %s", async (expected, _, headers, variables) => {
    const { ownOrigin } = await under(variables);
    expect(ownOrigin(new Headers(headers))).toBe(expected);
  });
});

describe("a page of this installation's own", () => {
  it.each<[boolean, string, Given, Given]>([
    [true, "http://localhost:3000", { host: "localhost:3000" }, {}],
    [true, "http://[::1]:3000", { host: "[::1]:3000" }, {}],
    [true, "https://w.example", { host: "w.example" }, {}],
    [true, "https://w.example", { host: "w.example", ...TLS }, {}],
    [true, "https://w.example", { host: "127.0.0.1:3000" }, { PUBLIC_URL: "https://w.example" }],
    [true, "http://127.0.0.1:3000", { host: "127.0.0.1:3000" }, { PUBLIC_URL: "https://w.example" }],
    [false, "http://w.example", { host: "w.example", ...TLS }, {}],
    [false, "http://localhost:3001", { host: "localhost:3000" }, {}],
    [false, "http://127.0.0.1:3000", { host: "localhost:3000" }, {}],
    [false, "http://x@localhost:3000", { host: "localhost:3000" }, {}],
    [false, "http://localhost:3000.evil.example", { host: "localhost:3000" }, {}],
    [false, "null", { host: "localhost:3000" }, {}],
    [false, "null", { host: "null" }, {}],
    [false, "https://other.example", { host: "w.example" }, { PUBLIC_URL: "https://w.example" }],
  ])("is %s for %s", async (expected, origin, headers, variables) => {
    const { isOwnOrigin } = await under(variables);
    expect(isOwnOrigin(new Headers(headers), origin)).toBe(expected);
  });
});

describe("cookies are those of https", () => {
  const publicly = { PUBLIC_URL: "https://w.example" };
  it.each<[boolean | null, string, Given, Given]>([
    [null, "where nothing tells", { host: "localhost:3000" }, {}],
    [false, "not for a page of http", { host: "localhost:3000", origin: "http://localhost:3000" }, {}],
    [true, "for a page of https", { host: "w.example", origin: "https://w.example" }, {}],
    [true, "behind TLS", { host: "w.example", ...TLS }, {}],
    [true, "at a PUBLIC_URL of https", { host: "w.example" }, publicly],
    [null, "not beside it", { host: "127.0.0.1:3000" }, publicly],
    [
      false,
      "not for its page of http",
      { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" },
      publicly,
    ],
    [null, "not by another page's word", { host: "w.example", origin: "https://evil.example" }, {}],
  ])("%s %s", async (expected, _, headers, variables) => {
    const { isHttps } = await under(variables);
    expect(isHttps(new Headers(headers))).toBe(expected);
  });
});
