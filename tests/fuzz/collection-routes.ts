import fc from "fast-check";
import { POST as annotations } from "#app/api/annotations/route.ts";
import { POST as events } from "#app/api/events/route.ts";
import { POST as feedback } from "#app/api/feedback/route.ts";
import { POST as interactions } from "#app/api/interactions/route.ts";
import { POST as preferences } from "#app/api/preferences/route.ts";
import { POST as signals } from "#app/api/signals/route.ts";
import type { RouteHandler } from "#lib/platform/route/index.ts";
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
  preference_id: pool("preference"),
  preferred_id: fc.oneof(fc.constantFrom(...KNOWN), pool("interaction")),
  rejected_id: fc.oneof(fc.constantFrom(...KNOWN), pool("interaction")),
  score_name: pool("score"),
  user_id: pool("user"),
  language: fc.constantFrom("en", "pt-BR", "zh-Hant-TW"),
  feedback_token: fc.constant(null),
};

const described = {
  feature_name: "fuzz",
  model_name: "model-a",
  response_text: "Call +49 30 901820 or write to ada@example.com.",
};

/** Ratings that fit, whatever of their interaction they bring along. */
const ratings = [
  { rating_type: "binary", rating_value: 1, ...described },
  { rating_type: "stars", rating_value: 5, ...described },
  { rating_type: "comment", feedback_comment: "Mail me at ada@example.com", ...described },
  { rating_type: "correction", correction_text: "Better.", ...described },
  { rating_type: "score", score_name: "solved", score_value: true, ...described },
  { rating_type: "score", score_name: "grade", score_label: "good", source: "reviewer", ...described },
];

/** What a rating of one type has and another must not. */
const settled = new Set(["rating_value", "correction_text", "score_name", "score_value", "score_label"]);

/** A drawn body in which the fields that a schema cannot hold against each other fit each other. */
function settle(body: unknown, turn: number): unknown {
  if (Array.isArray(body)) return body.map((item, index) => settle(item, turn + index));
  if (typeof body !== "object" || body === null) return body;
  const fields = body as Record<string, unknown>;
  if ("rating_type" in fields) {
    const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !settled.has(name)));
    return { ...rest, ...ratings[turn % ratings.length] };
  }
  if ("position" in fields) return { ...fields, position: { start: turn, end: turn + 1 } };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, settle(value, turn)]));
}

function collectionRoute(path: string, POST: RouteHandler): CollectionRoute {
  const schema = POST.contract.bodyOutline ?? POST.contract.body;
  if (!schema) throw new Error(`POST ${path} declares no body, so none can be made for it.`);
  const drawn = bodiesOf(schema, familiar);
  const settled = fc.tuple(drawn, fc.nat({ max: 99 })).map(([body, turn]) => settle(body, turn));
  return { path, POST, bodies: fc.oneof(drawn, settled) };
}

/** Every route that takes events. */
export const collectionRoutes: readonly CollectionRoute[] = [
  collectionRoute("/api/interactions", interactions),
  collectionRoute("/api/feedback", feedback),
  collectionRoute("/api/annotations", annotations),
  collectionRoute("/api/signals", signals),
  collectionRoute("/api/preferences", preferences),
  collectionRoute("/api/events", events),
];
