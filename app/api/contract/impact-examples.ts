import type { OperationExample } from "#lib/platform/route/index.ts";

const id = "0193c000-0000-7000-8000-000000000001";
const at = "2026-11-21T09:30:00.000Z";
const figures = { before: 0.71, after: 0.82, low: 0.05, high: 0.17, n: 1840 };

const text = {
  ...{ language: "en", title: "Refunds name the postage" },
  description: "Answers about refunds now say who pays for the parcel.",
};

const improvement = {
  ...{ improvement_id: id, source: { kind: "prompt_version", template: "support", version: "v3" } },
  ...{ name: "Postage in refunds", state: "published", scope: { feature: "support" } },
  ...{ categories: ["incomplete"], since: "2026-08-23T09:30:00.000Z", shipped_at: at, hold_out: 0.1 },
  ...{ people: 312, claim: { verdict: "better", reason: null, figures }, silent: null, texts: [text] },
  ...{ created_by: "Whetstone", created_at: at, published_by: "Ada", published_at: at },
};

const written = {
  ...{ name: "Postage in refunds", scope: { feature: "support" }, categories: ["incomplete"] },
  ...{ shipped_at: at, texts: [text] },
};

const told = {
  ...{ improvement_id: id, audience: "you", lead: null, ...text },
  description: `${text.description} Good ratings: 82%, up from 71%.`,
  ...{ shipped_at: at, people: 312, gain: figures, interaction_id: "int_abc123" },
};

/** Calls about improvements and who is told of them. */
export const impactExamples: Record<string, Record<string, OperationExample>> = {
  "/api/impact": {
    get: { parameters: { interaction_id: "int_abc123" }, replies: { 200: { data: [told] } } },
  },
  "/api/impact/read": {
    post: { body: { interaction_id: "int_abc123", improvement_ids: [id] } },
  },
  "/api/improvements": {
    get: { parameters: { state: "published" }, replies: { 200: { data: [improvement] } } },
    post: { body: written, replies: { 201: { ...improvement, state: "draft" } } },
  },
  "/api/improvements/{id}": {
    get: { parameters: { id }, replies: { 200: improvement } },
    patch: { parameters: { id }, body: { state: "published" }, replies: { 200: improvement } },
  },
};
