import fc from "fast-check";
import type { RouteHandler } from "#lib/platform/route/index";
import { POST as feedback } from "../../app/api/feedback/route.ts";
import { POST as interactions } from "../../app/api/interactions/route.ts";
import { bodiesOf, type Familiar } from "./schema-arbitrary.ts";

/** A route that takes events, and what is sent to it. */
export interface CollectionRoute {
  path: string;
  POST: RouteHandler;
  bodies: fc.Arbitrary<unknown>;
}

/** Interactions that are there when the fuzz begins. */
export const KNOWN = Array.from({ length: 10 }, (_, index) => `known-${index}`);

const pool = (name: string) => fc.nat({ max: 40 }).map((index) => `${name}-${index}`);

/** Ids from small pools, so that events meet; and what a schema alone would hardly hit. */
const familiar: Familiar = {
  interaction_id: fc.oneof(fc.constantFrom(...KNOWN), pool("interaction")),
  feedback_id: pool("feedback"),
  annotation_id: pool("annotation"),
  signal_id: pool("signal"),
  user_id: pool("user"),
  language: fc.constantFrom("en", "pt-BR", "zh-Hant-TW"),
  feedback_token: fc.constant(null),
};

const described = {
  feature_name: "fuzz",
  model_name: "model-a",
  response_text: "Call +49 30 901820 or write to ada@example.com.",
};

/** Small bodies that fit, by what they are of: what a schema draws is laid over some of their fields. */
const fitting: Record<string, readonly Record<string, unknown>[]> = {
  "/api/interactions": [described],
  "/api/feedback": [
    { rating_type: "binary", rating_value: 1 },
    { rating_type: "stars", rating_value: 5 },
    { rating_type: "comment", feedback_comment: "Mail me at ada@example.com" },
    { rating_type: "correction", correction_text: "Better." },
    { rating_type: "binary", rating_value: 0, ...described },
  ],
};

/** A drawn body whose decisive fields are made to fit, as deep as it names them. */
function settle(body: unknown, sample: Record<string, unknown>): unknown {
  if (Array.isArray(body)) return body.map((item) => settle(item, sample));
  if (typeof body !== "object" || body === null) return body;
  const fields = body as Record<string, unknown>;
  if ("rating_type" in fields || "response_text" in fields) {
    const { rating_value: _, correction_text: __, ...rest } = fields;
    return { ...rest, ...sample };
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, settle(value, sample)]));
}

function collectionRoute(path: string, POST: RouteHandler): CollectionRoute {
  const schema = POST.contract.bodyOutline ?? POST.contract.body;
  if (!schema) throw new Error(`POST ${path} declares no body, so none can be made for it.`);
  const drawn = bodiesOf(schema, familiar);
  const settled = fc
    .tuple(drawn, fc.constantFrom(...(fitting[path] ?? [{}])))
    .map(([body, sample]) => settle(body, sample));
  return { path, POST, bodies: fc.oneof(drawn, settled) };
}

/** Every route that takes events. */
export const collectionRoutes: readonly CollectionRoute[] = [
  collectionRoute("/api/interactions", interactions),
  collectionRoute("/api/feedback", feedback),
];
