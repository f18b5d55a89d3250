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
  { name: "Interactions", description: "Log the answers of your AI feature, and read them back." },
  {
    name: "Feedback",
    description:
      "What users think of an answer: thumbs, stars, corrections, comments, and scores of your own.",
  },
  {
    name: "Annotations and signals",
    description: "Highlighted passages, and what users did with an answer.",
  },
  { name: "Events", description: "Batches of everything, and what came before its answer." },
  {
    name: "Dashboard",
    description:
      "The numbers that the dashboard draws. Every rate has its n and its 95 % interval; what is missing is null with the reason, never 0. A rating counts at the time of its answer.",
  },
  { name: "Privacy", description: "What would be taken out of a text before it is stored." },
  { name: "Impact", description: "What feedback led to." },
  { name: "Health", description: "For load balancers and for the eye. They need no key." },
] as const;

/** The name of one of the tags. */
type Tag = (typeof tags)[number]["name"];

/** What the fields of ratings, annotations, signals and of the answers to them are. */
const ratingWords: Glossary = {
  feedback_id: { about: "The id of the rating.", example: "fb_1" },
  feedback_token: { about: "Lets its holder rate this answer with a publishable key." },
  rating_type: { about: "What kind of rating it is.", example: "binary" },
  rating_value: { about: "binary: 0 or 1; stars: 1 to 5; null for the others.", example: 0 },
  rating: { about: "Only interactions with such a rating; `up` and `down` are thumbs." },
  stars: { about: "Its stars, from 1 to 5; null where it has none.", example: 4 },
  value: { about: "What the signal measures: seconds of dwell, similarity of a rephrase, …", example: 12.5 },
  rating_categories: { about: "What is wrong, in your own names.", example: ["inaccurate", "too_long"] },
  categories: { about: "What is wrong, as the ratings name it.", example: ["inaccurate", "too_long"] },
  category: { about: "What is wrong, in your own name for it.", example: "inaccurate" },
  correction_text: { about: "The answer as the user has edited it.", example: "The article says…" },
  feedback_comment: { about: "What the user says in words.", example: "Missed the main point" },
  comment: { about: "What the user says in words.", example: "Missed the main point" },
  annotation_id: { about: "The id of the annotation.", example: "an_1" },
  quote: { about: "The highlighted passage, with the text around it." },
  exact: { about: "The passage itself.", example: "in three chapters" },
  prefix: { about: "The text just before it.", example: "discusses the matter " },
  suffix: { about: "The text just after it.", example: ", each longer" },
  position: { about: "Where the passage is, as offsets into the response." },
  start: { about: "Where it begins, in UTF-16 units.", example: 31 },
  end: { about: "Where it ends, exclusive.", example: 48 },
  preference_id: { about: "The id of the preference.", example: "pr_1" },
  preferred_id: { about: "The interaction that was preferred.", example: "int_abc123" },
  rejected_id: { about: "The interaction that it was preferred to.", example: "int_def456" },
  tie: { about: "Whether neither was preferred.", example: false },
  signal_id: { about: "The id of the signal.", example: "sg_1" },
  signal: { about: "What the user did.", example: "copy" },
  occurred_at: { about: "When it happened; UTC.", example: "2026-11-21T09:30:00.000Z" },
  message: { about: "What became of it, or what was wrong, in words." },
  status: { about: "The HTTP status." },
  code: { about: "The name of the refusal.", example: "invalid_body" },
  detail: { about: "What was wrong, where, and what to do." },
  errors: { about: "Each field that did not fit." },
  path: { about: "The dotted path of the field.", example: "rating_value" },
  title: { about: "What it is, in a few words." },
  results: { about: "What became of each event, in their order." },
  events: { about: "The events, each with its `type`." },
  event: { about: "The event as it will be stored: redacted, without its user." },
  event_id: { about: "The id of the rating, annotation, signal or preference.", example: "fb_1" },
  type: { about: "What kind of event it is.", example: "feedback" },
  state: { about: "`waiting` for its interaction, or `orphaned` after a day.", example: "waiting" },
  counts: { about: "How many there are in each state." },
  waiting: { about: "Events that wait for their interaction.", example: 3 },
  orphaned: { about: "Events that have waited for more than a day.", example: 0 },
  thumbs_up: { about: "Thumbs up.", example: 64 },
  thumbs_down: { about: "Thumbs down.", example: 16 },
  correction_count: { about: "Corrections.", example: 9 },
  comment_count: { about: "Ratings that say something in words.", example: 12 },
  improvement_id: { about: "The id of the improvement." },
  description: { about: "The same at more length." },
  shipped_at: { about: "When it shipped; UTC.", example: "2026-11-21T09:30:00.000Z" },
};

/** What the fields of lists, windows and of what is counted are. */
const listWords: Glossary = {
  data: { about: "The rows." },
  next_cursor: { about: "Send it as `cursor` for the next page; null on the last." },
  cursor: { about: "Where the page before ended: its `next_cursor`." },
  limit: { about: "Most rows of a page, 1 to 200; 50 where nothing is said.", example: 50 },
  id: { about: "The id.", example: "int_abc123" },
  from: { about: "From this moment on, in ISO 8601.", example: "2026-11-01T00:00:00Z" },
  to: { about: "Before this moment, in ISO 8601.", example: "2026-11-21T00:00:00Z" },
  days: { about: "The last days, today included; 30 where nothing is said.", example: 30 },
  tz: { about: "The IANA time zone in which days are cut.", example: "Europe/Berlin" },
  day: { about: "A local date.", example: "2026-11-21" },
  stats: { about: "One row for each model and prompt version." },
  count: { about: "How often.", example: 21 },
  down_count: { about: "How often beside a thumbs down.", example: 14 },
  total: { about: "Ratings of every type.", example: 101 },
  n: { about: "What it is of.", example: 80 },
  redacted: { about: "The text as it would be stored.", example: "Write to [EMAIL]." },
  preferences: { about: "Preferences, each with the two interactions that were compared." },
  finds: { about: "What would be taken out, in the order of the text." },
  placeholder: { about: "What stands in its place.", example: "[EMAIL]" },
  kind: { about: "What kind it is.", example: "email" },
  settings: { about: "The settings to try; the project's own where there are none." },
  enabled: { about: "Whether anything is taken out." },
  kinds: { about: "What is taken out." },
  patterns: { about: "Your own patterns." },
  deleted: { about: "How many were deleted.", example: 2 },
  name: { about: "Its name." },
  pattern: { about: "A regular expression (RE2)." },
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
