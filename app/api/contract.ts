import type { DocumentedPath, RouteHandler } from "#lib/platform/route/index";
import * as annotationOfId from "./annotations/[id]/route.ts";
import * as annotations from "./annotations/route.ts";
import * as categories from "./dashboard/categories/[feature]/route.ts";
import * as features from "./dashboard/features/route.ts";
import * as models from "./dashboard/models/[feature]/route.ts";
import * as trends from "./dashboard/trends/[feature]/route.ts";
import * as events from "./events/route.ts";
import * as feedbackOfId from "./feedback/[id]/route.ts";
import * as feedback from "./feedback/route.ts";
import * as stats from "./feedback/stats/[feature]/route.ts";
import * as health from "./health/route.ts";
import * as impact from "./impact/route.ts";
import * as interactionOfId from "./interactions/[id]/route.ts";
import * as interactions from "./interactions/route.ts";
import * as ready from "./ready/route.ts";
import * as redactionPreview from "./redaction/preview/route.ts";
import * as signals from "./signals/route.ts";

/** A public path of the API and its handlers by method. */
export interface ContractPath {
  path: string;
  handlers: Partial<Record<"GET" | "POST" | "DELETE", RouteHandler>>;
}

/** The routes that other people's programs may build on, in the order in which the contract shows them. */
export const publicRoutes: ContractPath[] = [
  { path: "/api/interactions", handlers: { POST: interactions.POST, GET: interactions.GET } },
  { path: "/api/interactions/{id}", handlers: { GET: interactionOfId.GET } },
  { path: "/api/feedback", handlers: { POST: feedback.POST } },
  { path: "/api/feedback/{id}", handlers: { GET: feedbackOfId.GET, DELETE: feedbackOfId.DELETE } },
  { path: "/api/feedback/stats/{feature}", handlers: { GET: stats.GET } },
  { path: "/api/annotations", handlers: { POST: annotations.POST } },
  { path: "/api/annotations/{id}", handlers: { DELETE: annotationOfId.DELETE } },
  { path: "/api/signals", handlers: { POST: signals.POST } },
  { path: "/api/events", handlers: { POST: events.POST, GET: events.GET } },
  { path: "/api/redaction/preview", handlers: { POST: redactionPreview.POST } },
  { path: "/api/dashboard/trends/{feature}", handlers: { GET: trends.GET } },
  { path: "/api/dashboard/categories/{feature}", handlers: { GET: categories.GET } },
  { path: "/api/dashboard/models/{feature}", handlers: { GET: models.GET } },
  { path: "/api/dashboard/features", handlers: { GET: features.GET } },
  { path: "/api/impact", handlers: { GET: impact.GET } },
  { path: "/api/health", handlers: { GET: health.GET } },
  { path: "/api/ready", handlers: { GET: ready.GET } },
];

/** The public routes as the OpenAPI document describes them. */
export const documentedPaths = (): DocumentedPath[] =>
  publicRoutes.map(({ path, handlers }) => ({
    path,
    methods: Object.fromEntries(
      Object.entries(handlers).map(([method, handler]) => [method.toLowerCase(), handler.contract]),
    ),
  }));
