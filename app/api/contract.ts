import {
  type ApiDocument,
  type DocumentedApi,
  type Glossary,
  openApiDocument,
  type RouteHandler,
} from "#lib/platform/route/index.ts";
import * as annotationOfId from "./annotations/[id]/route.ts";
import * as annotations from "./annotations/route.ts";
import * as burstOfId from "./bursts/[id]/route.ts";
import * as bursts from "./bursts/route.ts";
import * as categoryOfName from "./categories/[name]/route.ts";
import * as categories from "./categories/route.ts";
import { answerWords } from "./contract/answer-words.ts";
import { collectExamples } from "./contract/collect-examples.ts";
import { dashboardExamples } from "./contract/dashboard-examples.ts";
import { dashboardRoutes } from "./contract/dashboard-routes.ts";

import * as events from "./events/route.ts";
import * as feedbackOfId from "./feedback/[id]/route.ts";
import * as feedback from "./feedback/route.ts";
import * as stats from "./feedback/stats/[feature]/route.ts";
import * as health from "./health/route.ts";
import * as impact from "./impact/route.ts";
import * as interactionOfId from "./interactions/[id]/route.ts";
import * as interactions from "./interactions/route.ts";
import * as preferenceOfId from "./preferences/[id]/route.ts";
import * as preferences from "./preferences/route.ts";
import * as ready from "./ready/route.ts";
import * as redactionPreview from "./redaction/preview/route.ts";
import * as scoreOfName from "./scores/[name]/route.ts";
import * as scores from "./scores/route.ts";
import * as signals from "./signals/route.ts";

/** What the routes belong to, in the order in which the contract tells of them. */
const tags = [
  { name: "Interactions", description: "Log the answers of your AI feature and read them back." },
  {
    name: "Feedback",
    description: "Thumbs, stars, corrections, comments and custom scores.",
  },
  {
    name: "Annotations and signals",
    description: "Highlighted passages and implicit user behavior.",
  },
  {
    name: "Events",
    description: "Batches of mixed events, and events that are waiting for their interaction.",
  },
  {
    name: "Dashboard",
    description:
      "The metrics shown in the dashboard. Every rate has its sample size and 95% confidence interval. Missing values are null with a reason, never 0. Ratings count at the time of the answer.",
  },
  { name: "Privacy", description: "Preview which personal data would be redacted." },
  { name: "Impact", description: "Improvements made because of feedback." },
  { name: "Health", description: "For load balancers and monitoring. No key required." },
] as const;

/** The name of one of the tags. */
type Tag = (typeof tags)[number]["name"];

/** What the fields of ratings, annotations, signals and of the answers to them are. */
const ratingWords: Glossary = {
  feedback_id: { about: "The rating's ID.", example: "fb_1" },
  feedback_token: { about: "Allows rating this answer with a publishable key." },
  rating_type: { about: "The type of rating.", example: "binary" },
  rating_value: { about: "0 or 1 for `binary`, 1 to 5 for `stars`; null for other types.", example: 0 },
  rating: { about: "Only interactions with such a rating. `up` and `down` are thumbs." },
  stars: { about: "Star rating from 1 to 5; null if there is none.", example: 4 },
  value: { about: "What the signal measures, such as seconds for `dwell`.", example: 12.5 },
  rating_categories: {
    about: "Reasons for the rating, as your own category names.",
    example: ["inaccurate", "too_long"],
  },
  categories: { about: "Categories of the ratings.", example: ["inaccurate", "too_long"] },
  category: { about: "The reason, as your own category name.", example: "inaccurate" },
  correction_text: { about: "The answer as edited by the user.", example: "The article says…" },
  feedback_comment: { about: "The user's comment.", example: "Missed the main point" },
  comment: { about: "The user's comment.", example: "Missed the main point" },
  annotation_id: { about: "The annotation's ID.", example: "an_1" },
  quote: { about: "The highlighted passage with its surrounding text." },
  exact: { about: "The highlighted text.", example: "in three chapters" },
  prefix: { about: "Text immediately before the passage.", example: "discusses the matter " },
  suffix: { about: "Text immediately after the passage.", example: ", each longer" },
  position: { about: "Position of the passage as offsets into the response." },
  start: { about: "Start offset in UTF-16 code units.", example: 31 },
  end: { about: "End offset in UTF-16 code units, exclusive.", example: 48 },
  preference_id: { about: "The preference's ID.", example: "pr_1" },
  preferred_id: { about: "The preferred interaction.", example: "int_abc123" },
  rejected_id: { about: "The other interaction.", example: "int_def456" },
  tie: { about: "Whether neither was preferred.", example: false },
  signal_id: { about: "The signal's ID.", example: "sg_1" },
  signal: { about: "The user's action.", example: "copy" },
  occurred_at: { about: "When it occurred (UTC).", example: "2026-11-21T09:30:00.000Z" },
  message: { about: "The result, or what was wrong." },
  status: { about: "HTTP status code." },
  code: { about: "Stable error code.", example: "invalid_body" },
  detail: { about: "What went wrong, where, and how to fix it." },
  errors: { about: "Invalid parameters." },
  path: { about: "Dotted path of the parameter.", example: "rating_value" },
  title: { about: "Short summary." },
  results: { about: "The result of each event, in order." },
  events: { about: "The events, each with its `type`." },
  event: { about: "The event as it will be stored: redacted and without the user ID." },
  event_id: { about: "ID of the rating, annotation, signal or preference.", example: "fb_1" },
  type: { about: "The event's type.", example: "feedback" },
  state: { about: "`waiting` for the interaction, or `orphaned` after a day.", example: "waiting" },
  counts: { about: "Number of events in each state." },
  waiting: { about: "Events that have been pending for less than a day.", example: 3 },
  orphaned: { about: "Events that have been pending for more than a day.", example: 0 },
  thumbs_up: { about: "Thumbs up.", example: 64 },
  thumbs_down: { about: "Thumbs down.", example: 16 },
  correction_count: { about: "Corrections.", example: 9 },
  comment_count: { about: "Ratings with a comment.", example: 12 },
  improvement_id: { about: "The improvement's ID." },
  description: { about: "Longer description." },
  shipped_at: { about: "When it shipped (UTC).", example: "2026-11-21T09:30:00.000Z" },
};

/** What the fields of lists, windows and of what is counted are. */
const listWords: Glossary = {
  data: { about: "The rows." },
  next_cursor: { about: "Cursor of the next page; null on the last page." },
  cursor: { about: "The `next_cursor` of the previous page." },
  limit: { about: "Maximum number of rows per page, 1 to 200. Defaults to 50.", example: 50 },
  id: { about: "The ID.", example: "int_abc123" },
  from: { about: "Start of the time range (inclusive), in ISO 8601.", example: "2026-11-01T00:00:00Z" },
  to: { about: "End of the time range (exclusive), in ISO 8601.", example: "2026-11-21T00:00:00Z" },
  days: { about: "Number of days up to and including today. Defaults to 30.", example: 30 },
  tz: { about: "IANA time zone that defines the days.", example: "Europe/Berlin" },
  day: { about: "A local date.", example: "2026-11-21" },
  stats: { about: "One row per model and prompt version." },
  count: { about: "Number of occurrences.", example: 21 },
  down_count: { about: "Number of occurrences with a thumbs down.", example: 14 },
  total: { about: "Ratings of every type.", example: 101 },
  n: { about: "Sample size.", example: 80 },
  redacted: { about: "The text after redaction.", example: "Write to [EMAIL]." },
  preferences: { about: "Preferences, each with the two compared interactions." },
  finds: { about: "What would be redacted, in text order." },
  placeholder: { about: "The replacement text.", example: "[EMAIL]" },
  kind: { about: "The kind.", example: "email" },
  settings: { about: "Settings to preview. Defaults to the project's settings." },
  enabled: { about: "Whether redaction is enabled." },
  kinds: { about: "Kinds of data to redact." },
  patterns: { about: "Custom patterns." },
  deleted: { about: "Number of deleted events.", example: 2 },
  name: { about: "The name." },
  pattern: { about: "Regular expression (RE2 syntax)." },
};

/** A public path of the API and its handlers by method. */
export interface ContractPath {
  tag: Tag;
  path: string;
  handlers: Partial<Record<"GET" | "POST" | "PUT" | "DELETE", RouteHandler>>;
}

/** The routes that other people's programs may build on, in the order in which the contract shows them. */
export const publicRoutes: ContractPath[] = [
  ...tagged("Interactions", {
    "/api/interactions": { POST: interactions.POST, GET: interactions.GET },
    "/api/interactions/{id}": { GET: interactionOfId.GET },
  }),
  ...tagged("Feedback", {
    "/api/feedback": { POST: feedback.POST },
    "/api/feedback/{id}": { GET: feedbackOfId.GET, DELETE: feedbackOfId.DELETE },
    "/api/feedback/stats/{feature}": { GET: stats.GET },
    "/api/preferences": { POST: preferences.POST, GET: preferences.GET },
    "/api/preferences/{id}": { DELETE: preferenceOfId.DELETE },
    "/api/categories": { GET: categories.GET },
    "/api/categories/{name}": { PUT: categoryOfName.PUT },
    "/api/bursts": { GET: bursts.GET, PUT: bursts.PUT },
    "/api/bursts/{id}": { PUT: burstOfId.PUT },
    "/api/scores": { GET: scores.GET },
    "/api/scores/{name}": { PUT: scoreOfName.PUT, DELETE: scoreOfName.DELETE },
  }),
  ...tagged("Annotations and signals", {
    "/api/annotations": { POST: annotations.POST },
    "/api/annotations/{id}": { DELETE: annotationOfId.DELETE },
    "/api/signals": { POST: signals.POST },
  }),
  ...tagged("Events", { "/api/events": { POST: events.POST, GET: events.GET, DELETE: events.DELETE } }),
  ...tagged("Dashboard", dashboardRoutes),
  ...tagged("Privacy", { "/api/redaction/preview": { POST: redactionPreview.POST } }),
  ...tagged("Impact", { "/api/impact": { GET: impact.GET } }),
  ...tagged("Health", { "/api/health": { GET: health.GET }, "/api/ready": { GET: ready.GET } }),
];

function tagged(tag: Tag, paths: Record<string, ContractPath["handlers"]>): ContractPath[] {
  return Object.entries(paths).map(([path, handlers]) => ({ tag, path, handlers }));
}

/** The public routes as the OpenAPI document describes them. */
const documentedApi = (): DocumentedApi => ({
  tags,
  glossary: { ...answerWords, ...ratingWords, ...listWords },
  paths: publicRoutes.map(({ tag, path, handlers }) => ({
    tag,
    path,
    methods: Object.fromEntries(
      Object.entries(handlers).map(([method, handler]) => [method.toLowerCase(), handler.contract]),
    ),
    examples: { ...collectExamples, ...dashboardExamples }[path] ?? {},
  })),
});

let built: ApiDocument | undefined;

/** The OpenAPI document. It is made once: that takes a fraction of a second, and anybody may ask for it. */
export function contractDocument(serverUrl: string): ApiDocument {
  built ??= openApiDocument(documentedApi(), serverUrl);
  return { ...built, servers: [{ url: serverUrl }] };
}
