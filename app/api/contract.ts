import {
  type ApiDocument,
  type DocumentedApi,
  openApiDocument,
  type RouteHandler,
} from "#lib/platform/route/index.ts";
import * as annotationOfId from "./annotations/[id]/route.ts";
import * as annotations from "./annotations/route.ts";
import * as burstOfId from "./bursts/[id]/route.ts";
import * as bursts from "./bursts/route.ts";
import * as categoryOfName from "./categories/[name]/route.ts";
import * as categories from "./categories/route.ts";
import { alertExamples } from "./contract/alert-examples.ts";
import { alertRoutes } from "./contract/alert-routes.ts";
import { collectExamples } from "./contract/collect-examples.ts";
import { dashboardExamples } from "./contract/dashboard-examples.ts";
import { dashboardRoutes } from "./contract/dashboard-routes.ts";
import { experimentExamples } from "./contract/experiment-examples.ts";
import { experimentRoutes } from "./contract/experiment-routes.ts";
import { fieldGlossary } from "./contract/field-glossary.ts";
import { impactExamples } from "./contract/impact-examples.ts";
import { impactRoutes } from "./contract/impact-routes.ts";
import { inboxExamples } from "./contract/inbox-examples.ts";
import { inboxRoutes } from "./contract/inbox-routes.ts";
import { modelExamples } from "./contract/model-examples.ts";
import { modelRoutes } from "./contract/model-routes.ts";
import { problemExamples } from "./contract/problem-examples.ts";
import { problemRoutes } from "./contract/problem-routes.ts";
import { promptExamples } from "./contract/prompt-examples.ts";
import { promptRoutes } from "./contract/prompt-routes.ts";
import { reportExamples } from "./contract/report-examples.ts";
import { shadowExamples } from "./contract/shadow-examples.ts";
import { themeExamples } from "./contract/theme-examples.ts";
import { themeRoutes } from "./contract/theme-routes.ts";
import * as events from "./events/route.ts";
import * as feedbackOfId from "./feedback/[id]/route.ts";
import * as feedback from "./feedback/route.ts";
import * as stats from "./feedback/stats/[feature]/route.ts";
import * as health from "./health/route.ts";
import * as interactionOfId from "./interactions/[id]/route.ts";
import * as interactions from "./interactions/route.ts";
import * as preferenceOfId from "./preferences/[id]/route.ts";
import * as preferences from "./preferences/route.ts";
import * as ready from "./ready/route.ts";
import * as redactionPreview from "./redaction/preview/route.ts";
import * as scoreOfName from "./scores/[name]/route.ts";
import * as scores from "./scores/route.ts";
import * as candidates from "./shadows/candidates/route.ts";
import * as shadows from "./shadows/route.ts";
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
    name: "Prompts",
    description: "Prompts in versions: written and labeled here, read by your product.",
  },
  {
    name: "Dashboard",
    description:
      "The metrics shown in the dashboard. Every rate has its sample size and 95% confidence interval. Missing values are null with a reason, never 0. Ratings count at the time of the answer.",
  },
  {
    name: "Experiments",
    description:
      "A/B tests of prompt versions, models or anything else, judged by what users say. Assignment, exposure and statistics are explained in docs/experiments.md.",
  },
  {
    name: "Models",
    description:
      "Which model of a feature to use: recommended from what users say, cost and latency, and read by your product by label.",
  },
  {
    name: "Inbox",
    description:
      "Answers that somebody complained about, and problems, to work through: read and resolved by your own tools, too. docs/inbox.md explains it.",
  },
  {
    name: "Problems",
    description:
      "Groups of answers that got worse, found by themselves and followed until a fix is seen to work: docs/problems.md.",
  },
  {
    name: "Alerts",
    description: "Rules that tell your team when a metric gets worse, and where they stand: docs/alerts.md.",
  },
  { name: "Privacy", description: "Preview which personal data would be redacted." },
  { name: "Impact", description: "Improvements made because of feedback." },
  { name: "Health", description: "For load balancers and monitoring. No key required." },
] as const;

/** The name of one of the tags. */
type Tag = (typeof tags)[number]["name"];

/** A public path of the API and its handlers by method. */
export interface ContractPath {
  tag: Tag;
  path: string;
  handlers: Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", RouteHandler>>;
}

/** The routes that other people's programs may build on, in the order in which the contract shows them. */
export const publicRoutes: ContractPath[] = [
  ...tagged("Interactions", {
    "/api/interactions": { POST: interactions.POST, GET: interactions.GET },
    "/api/interactions/{id}": { GET: interactionOfId.GET },
    "/api/shadows": { GET: shadows.GET },
    "/api/shadows/candidates": { GET: candidates.GET },
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
  ...tagged("Prompts", promptRoutes),
  ...tagged("Dashboard", dashboardRoutes),
  ...tagged("Experiments", experimentRoutes),
  ...tagged("Models", modelRoutes),
  ...tagged("Inbox", inboxRoutes),
  ...tagged("Problems", { ...problemRoutes, ...themeRoutes }),
  ...tagged("Alerts", alertRoutes),
  ...tagged("Privacy", { "/api/redaction/preview": { POST: redactionPreview.POST } }),
  ...tagged("Impact", impactRoutes),
  ...tagged("Health", { "/api/health": { GET: health.GET }, "/api/ready": { GET: ready.GET } }),
];

function tagged(tag: Tag, paths: Record<string, ContractPath["handlers"]>): ContractPath[] {
  return Object.entries(paths).map(([path, handlers]) => ({ tag, path, handlers }));
}

const examples = {
  ...collectExamples,
  ...shadowExamples,
  ...dashboardExamples,
  ...promptExamples,
  ...reportExamples,
  ...experimentExamples,
  ...modelExamples,
  ...inboxExamples,
  ...problemExamples,
  ...themeExamples,
  ...alertExamples,
  ...impactExamples,
};

/** The public routes as the OpenAPI document describes them. */
const documentedApi = (): DocumentedApi => ({
  tags,
  glossary: fieldGlossary,
  paths: publicRoutes.map(({ tag, path, handlers }) => ({
    tag,
    path,
    methods: Object.fromEntries(
      Object.entries(handlers).map(([method, handler]) => [method.toLowerCase(), handler.contract]),
    ),
    examples: examples[path] ?? {},
  })),
});

let built: ApiDocument | undefined;

/** The OpenAPI document. It is made once: that takes a fraction of a second, and anybody may ask for it. */
export function contractDocument(serverUrl: string): ApiDocument {
  built ??= openApiDocument(documentedApi(), serverUrl);
  return { ...built, servers: [{ url: serverUrl }] };
}
