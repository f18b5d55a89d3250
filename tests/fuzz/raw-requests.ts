import { randomFrom } from "../fixtures/random-from.ts";

const METHODS = [
  "GET",
  "POST",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "QUERY",
  "DELETE",
  "PRI",
  "get",
  "",
  "G\0T",
];
const PARTS = [
  ...[
    "/",
    "//",
    "/api",
    "/api/",
    "/api/events",
    "/api/feedback/",
    "/demo",
    "/_next/",
    "/embed/",
    "*",
    "http://",
  ],
  ...[
    "https://h",
    "http://[",
    ":",
    "@",
    "\\",
    "..",
    "/.",
    "%",
    "%2",
    "%2f",
    "%00",
    "%ff",
    "%E2%82%AC",
    "?",
    "??",
  ],
  ...[
    "#",
    "&",
    "=",
    "key=pk_x",
    "_rsc",
    "[",
    "]",
    "{",
    "é",
    "\x7f",
    "\t",
    "a".repeat(900),
    "h:99999",
    ";",
    "|",
  ],
];
const VERSIONS = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "http/1.1", "HTTP/1.", ""];
const HEADERS = [
  ...[
    "Host: h",
    "Host: h",
    "Host: h",
    "Host:",
    "Host: a b",
    "Host: [::1",
    "Host: h:1:2",
    "Host: é",
    "host: h",
  ],
  ...[
    "Content-Length: 3",
    "Content-Length: 0",
    "Content-Length: -1",
    "Content-Length: 1e3",
    "Content-Length: ",
  ],
  ...["Transfer-Encoding: chunked", "Transfer-Encoding: gzip", "Connection: Upgrade", "Upgrade: h2c"],
  ...["Upgrade: websocket", "HTTP2-Settings: AAMAAABkAAQAAP__", "Expect: 100-continue", "Expect: more"],
  ...[
    "X-Forwarded-For: ,,",
    "X-Forwarded-Host: //",
    "Forwarded: host=",
    "Origin: null",
    "Origin: é",
    ": x",
    "x",
  ],
  ...[
    "Cookie: theme=%",
    "Authorization: Bearer ",
    "Accept: \x01",
    `X: ${"y".repeat(500)}`,
    " folded",
    "A:\tb",
  ],
];
const BODIES = ["", "", "{}", "abc", "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "zz\r\n", "\0\0\0", "\r\n\r\n"];

const USUAL = Buffer.from(
  "POST /api/events?key=pk_x HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
);

/** Bytes as nobody's client sends them, the same for the same seed: noise, requests with faults, and odd ones that fit. */
export function* rawRequests(seed: number, count: number): Generator<Uint8Array> {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const one = (list: readonly string[]) => list[below(list.length)] ?? "";
  const some = (list: readonly string[], most: number) =>
    Array.from({ length: below(most + 1) }, () => one(list));
  const noise = () => Uint8Array.from({ length: below(200) }, () => below(256));
  const spoiled = () => {
    const bytes = Uint8Array.from(USUAL);
    for (let faults = 1 + below(4); faults > 0; faults--) bytes[below(bytes.length)] = below(256);
    return bytes.subarray(0, below(4) === 0 ? below(bytes.length) : bytes.length);
  };
  const odd = () => {
    const target = some(PARTS, 4).join("") || "/";
    const head = [`${one(METHODS)} ${target} ${one(VERSIONS)}`, ...some(HEADERS, 5)];
    return Buffer.from(`${head.join("\r\n")}\r\n\r\n${one(BODIES)}`, "latin1");
  };
  const plain = () => {
    const target = `/${some(PARTS, 4).join("")}`;
    return Buffer.from(`${one(METHODS.slice(0, 8))} ${target} HTTP/1.1\r\nHost: h\r\n\r\n`, "latin1");
  };
  const kinds = [noise, spoiled, odd, plain];
  for (let index = 0; index < count; index++) yield kinds[index % kinds.length]?.() ?? noise();
}
