import fc from "fast-check";
import type { CollectionRoute } from "./collection-routes.ts";
import { jsonOf } from "./odd-values.ts";
import { mutate, mutations } from "./spoil.ts";
import { writings } from "./written-bytes.ts";

/** What a client may prove itself with. */
export interface Credentials {
  secretKey: string;
  publishableKey: string;
  /** Tokens of interactions that are there. */
  tokens: readonly string[];
}

/** One request of the fuzz. */
export interface FuzzRequest {
  route: CollectionRoute;
  bytes: Uint8Array;
  headers: Record<string, string>;
  query: string;
}

type Headers = Record<string, string>;

const often = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 20 },
    { arbitrary: fc.constantFrom(...others), weight: 2 },
  );

const header = (name: string, values: fc.Arbitrary<string | null>): fc.Arbitrary<Headers> =>
  values.map((value): Headers => (value === null ? {} : { [name]: value }));

function headersWith({ secretKey, publishableKey, tokens }: Credentials): fc.Arbitrary<Headers> {
  const keys = [`Bearer ${publishableKey}`, "Bearer sk_unknown", `Basic ${secretKey}`, ""];
  return fc
    .tuple(
      header(
        "authorization",
        often<string | null>(`Bearer ${secretKey}`, ...keys, `Bearer ${publishableKey}`, null),
      ),
      header(
        "content-type",
        often<string | null>(
          "application/json",
          null,
          "text/plain",
          "application/json; charset=utf-16",
          "???",
        ),
      ),
      header(
        "content-encoding",
        fc.oneof({ arbitrary: fc.constant(null), weight: 40 }, fc.constantFrom("gzip", "identity")),
      ),
      header(
        "content-length",
        fc.oneof({ arbitrary: fc.constant(null), weight: 40 }, fc.constantFrom("-1", "x", "1e99")),
      ),
      header("x-feedback-token", fc.option(fc.constantFrom(...tokens, "", "x", "a.b.c", "é".repeat(99)))),
      header(
        "idempotency-key",
        often<string | null>(
          null,
          "key-1",
          "key-2",
          "key-3",
          "",
          "x".repeat(255),
          "x".repeat(256),
          "é",
          "a b",
        ),
      ),
      header(
        "origin",
        often<string | null>(null, "http://localhost:3000", "https://evil.example", "null", "x"),
      ),
    )
    .map((parts) => Object.assign({}, ...parts));
}

/** Any request to one of the routes. */
export function requestsTo(
  routes: readonly CollectionRoute[],
  credentials: Credentials,
): fc.Arbitrary<FuzzRequest> {
  const queries = often(
    "",
    `?key=${credentials.publishableKey}`,
    `?key=${credentials.secretKey}`,
    "?key=a&key=b",
    "?x=1",
  );
  const headers = headersWith(credentials);
  const to = (route: CollectionRoute) =>
    fc
      .tuple(route.bodies, mutations, writings, headers, queries)
      .map(([body, list, write, given, query]) => ({
        route,
        bytes: write(jsonOf(mutate(body, list))),
        headers: given,
        query,
      }));
  return fc.oneof(...routes.map(to));
}
