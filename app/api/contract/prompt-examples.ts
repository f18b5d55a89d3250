import type { OperationExample } from "#lib/platform/route/index.ts";

const template = "summarize-article";
const text = "Summarize in {{language}}: {{article}}";
const at = "2026-11-21T09:30:00.000Z";
const model = { model_name: "gpt-4o-mini", model_params: { temperature: 0.2 } };
const note = "Asks for the language.";

const version = {
  ...{ template, version: "v4", parent_version: "v3", kind: "text", text },
  ...{ variables: ["language", "article"], ...model, author: "Ada", note, created_at: at },
};
const label = { label: "production", version: "v4", protected: false };

const runId = "0193c000-0000-7000-8000-000000000001";
const benchRun = {
  ...{ run_id: runId, template, version: "v4", inputs: "badly_rated", count: 20, input_as: null },
  ...{ ...model, state: "running", started_by: "API key Server", started_at: at },
  ...{ ended_at: null, stopped_by: null },
  progress: {
    ...{ total: 20, answered: 1, failed: 0, skipped: 1, waiting: 18 },
    ...{ input_tokens: 512, output_tokens: 96, uncounted_answers: 0, cost_usd: 0.00013 },
  },
};

const portable = {
  format: "whetstone-prompts",
  format_version: 1,
  prompts: [
    {
      ...{ template, kind: "text", created_at: at },
      versions: [{ version: "v1", text, author: "Ada", note: "", created_at: at }],
      labels: [{ label: "production", version: "v1", protected: false }],
    },
  ],
};

/** Calls that read and write prompts. */
export const promptExamples: Record<string, Record<string, OperationExample>> = {
  "/api/prompts": {
    post: {
      body: { template, kind: "text", text, note, ...model },
      replies: { 201: { ...version, version: "v1", parent_version: null } },
    },
  },
  "/api/prompts/{template}": {
    get: {
      parameters: { template, label: "production" },
      replies: {
        200: {
          ...{ template, version: "v4", label: "production", kind: "text", text },
          ...{ variables: ["language", "article"], ...model, experiment: null },
        },
      },
    },
  },
  "/api/prompts/{template}/versions": {
    get: { parameters: { template, limit: 20 } },
    post: {
      parameters: { template },
      body: { text, parent_version: "v3", note, ...model },
      replies: { 201: version },
    },
  },
  "/api/prompts/{template}/versions/{version}/bench": {
    post: {
      parameters: { template, version: "v4" },
      body: { inputs: "badly_rated", count: 20 },
      replies: { 201: benchRun },
    },
  },
  "/api/prompts/{template}/bench-runs": {
    get: { parameters: { template }, replies: { 200: { data: [benchRun] } } },
  },
  "/api/bench-runs/{run_id}": {
    get: {
      parameters: { run_id: runId, offset: 0 },
      replies: {
        200: {
          run: benchRun,
          data: [
            {
              ...{ interaction_id: "int_abc123", state: "answered", reason: null },
              ...{ response_text: "The ferry is late.", response_latency_ms: 640 },
              ...{ input_tokens: 512, output_tokens: 96, finish_reason: "stop" },
              logged: {
                ...{ prompt_version: "v3", model_name: "gpt-4o-mini", response_text: "It says …" },
                ...{ response_latency_ms: 840, cost_usd: 0.0002 },
              },
            },
          ],
          next_offset: 20,
        },
      },
    },
  },
  "/api/bench-runs/{run_id}/stop": {
    post: { parameters: { run_id: runId }, replies: { 200: { ...benchRun, state: "stopped" } } },
  },
  "/api/prompts/{template}/labels": { get: { parameters: { template } } },
  "/api/label-moves": { get: { parameters: { prompt_template: template } } },
  "/api/prompts/{template}/labels/{label}": {
    put: {
      parameters: { template, label: "production" },
      body: { version: "v4", reason: "Liked better on staging.", from_version: "v3" },
      replies: { 200: label },
    },
  },
  "/api/prompts/{template}/archive": {
    post: { parameters: { template }, body: { archived: true } },
  },
  "/api/prompts/export": { get: { replies: { 200: portable } } },
  "/api/prompts/import": { post: { body: portable } },
};
