import { expect, test } from "vitest";
import { ID_MAX, TEXT_MAX } from "#lib/domain/fields.ts";
import type { Problem } from "#lib/platform/problem/index.ts";
import { eventTypes } from "../event-types.ts";
import { checkEvent } from "../schema.ts";
import { clipEvent } from "./clip-event.ts";

const answer = { feature_name: "f", model_name: "m", response_text: "It says so." };
const long = "x".repeat(TEXT_MAX + 20_000);
const longId = `user-${"é".repeat(150)}`;

test("what is within the limits is returned unchanged", () => {
  const body = {
    ...answer,
    user_id: "u",
    metadata: { a: 1 },
    retrieved_context: ["p"],
    response_latency_ms: 5,
  };
  expect(clipEvent(eventTypes.interaction.clip, body)).toEqual({ value: body, clipped: [] });
});

test.each<[string, object, object, { path: string; message: RegExp }[]]>([
  [
    "a long text",
    { prompt_text: long },
    { prompt_text: long.slice(0, TEXT_MAX) },
    [{ path: "prompt_text", message: /truncated to 100,000 characters; 20,000 removed/ }],
  ],
  [
    "a long answer",
    { response_text: long },
    { response_text: long.slice(0, TEXT_MAX) },
    [{ path: "response_text", message: /truncated/ }],
  ],
  [
    "a pair of surrogates at the cut",
    { input: `${"x".repeat(TEXT_MAX - 1)}😀` },
    { input: "x".repeat(TEXT_MAX - 1) },
    [{ path: "input", message: /truncated/ }],
  ],
  [
    "150 passages, one of them long",
    { retrieved_context: [{ text: long, score: 0.5 }, ...Array.from({ length: 149 }, () => "p")] },
    {
      retrieved_context: [
        { text: long.slice(0, TEXT_MAX), score: 0.5 },
        ...Array.from({ length: 99 }, () => "p"),
      ],
    },
    [
      { path: "retrieved_context", message: /the first 100 of 150/ },
      { path: "retrieved_context.0.text", message: /truncated/ },
    ],
  ],
  [
    "metadata of 20 kB: the largest field goes, the rest stays",
    { metadata: { ticket: "T-1", trace: "y ".repeat(10_000), tries: 2 } },
    { metadata: { ticket: "T-1", tries: 2 } },
    [{ path: "metadata.trace", message: /removed; metadata is limited to 16 kB/ }],
  ],
  [
    "variables of a prompt, which have as much room together as one text",
    { prompt_variables: { language: "en", article: long, terse: true, more: "y" } },
    { prompt_variables: { language: "en", article: long.slice(0, TEXT_MAX - 2), terse: true, more: "" } },
    [
      { path: "prompt_variables.article", message: /truncated to 99,998 characters; 20,002 removed/ },
      { path: "prompt_variables.more", message: /truncated to 0 characters; 1 removed/ },
    ],
  ],
  [
    "150 variables of a prompt",
    { prompt_variables: Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`v${index}`, index])) },
    { prompt_variables: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`v${index}`, index])) },
    [{ path: "prompt_variables", message: /only 100 of 150 variables were stored/ }],
  ],
  [
    "a citation of 20 kB",
    { citations: [{ url: "https://example.com", body: "y ".repeat(10_000) }] },
    { citations: [{ url: "https://example.com" }] },
    [{ path: "citations.0.body", message: /removed/ }],
  ],
  [
    "times as clocks give them",
    { response_latency_ms: 12.6, input_tokens: 3e9 },
    { response_latency_ms: 13 },
    [{ path: "input_tokens", message: /removed; larger than 2,147,483,647/ }],
  ],
])("cuts %s and keeps the answer", (_case, given, stored, notes) => {
  const checked = checkEvent("interaction", { ...answer, ...given });
  expect(checked).toMatchObject({
    body: { ...answer, ...stored },
    clipped: notes.map(({ path, message }) => ({ path, message: expect.stringMatching(message) })),
  });
});

test.each(["user_id", "session_id", "interaction_id", "prompt_version", "tenant", "model_name"])(
  "a long %s becomes its beginning and a hash of the whole",
  (field) => {
    const value = (body: object) =>
      (clipEvent(eventTypes.interaction.clip, { ...answer, ...body }).value as Record<string, string>)[field];
    const first = value({ [field]: longId }) ?? "";
    expect(first).toMatch(/^user-é+~[0-9a-f]{64}$/);
    expect(first.length).toBeLessThanOrEqual(ID_MAX);
    expect(value({ [field]: longId })).toBe(first);
    expect(value({ [field]: `${longId}2` })).not.toBe(first);
    expect(checkEvent("interaction", { ...answer, [field]: longId })).toHaveProperty("body");
  },
);

test("a rating finds its answer and its rater by the same long IDs", () => {
  const ids = { interaction_id: longId, user_id: longId, session_id: longId };
  const logged = clipEvent(eventTypes.interaction.clip, { ...answer, ...ids }).value;
  for (const type of ["feedback", "annotation", "signal"] as const) {
    const { interaction_id, user_id, session_id } = logged as Record<string, string>;
    expect(clipEvent(eventTypes[type].clip, ids).value).toEqual({ interaction_id, user_id, session_id });
  }
});

test("a rating is stored without the excess of its comment, categories and inline interaction", () => {
  const body = {
    interaction_id: "i",
    rating_type: "binary",
    rating_value: 0,
    feedback_comment: long,
    rating_categories: Array.from({ length: 30 }, (_, index) => `c${index}`),
    ...answer,
    prompt_text: long,
  };
  const checked = checkEvent("feedback", body) as unknown as {
    body: Record<string, unknown>;
    clipped: { path: string }[];
  };
  expect(checked.clipped.map(({ path }) => path).sort()).toEqual([
    "feedback_comment",
    "prompt_text",
    "rating_categories",
  ]);
  expect(checked.body.rating_categories).toHaveLength(20);
});

test("of an object with very many fields, the first that fit are stored, and the response names 20 others", () => {
  const metadata = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
  const { value, clipped } = clipEvent(eventTypes.feedback.clip, { metadata });
  const kept = (value as { metadata: object }).metadata;
  expect(JSON.stringify(kept).length).toBeLessThanOrEqual(16_384);
  expect(Object.keys(kept).length).toBeGreaterThan(1_000);
  expect(clipped).toHaveLength(21);
  const left = 100_000 - Object.keys(kept).length - 20;
  expect(clipped.at(-1)).toEqual({
    path: "metadata",
    message: `${left.toLocaleString("en")} more fields removed; metadata is limited to 16 kB as JSON`,
  });
});

test("data at any depth is described instead of stored", () => {
  const png = `iVBORw0KGgoAAAANSUhEUgAA${"Ab1+".repeat(500)}`;
  const { value } = clipEvent(eventTypes.interaction.clip, {
    ...answer,
    prompt_text: `tool: [camera answers: {"image":"${png}"}]`,
    tool_calls: [{ name: "camera", result: { deep: [{ image: png }] } }],
    retrieved_context: [{ text: `Look: data:image/jpeg;base64,${png}` }],
    metadata: { shot: png },
  });
  expect(value).toMatchObject({
    prompt_text: 'tool: [camera answers: {"image":"[image/png, 1.5 kB]"}]',
    tool_calls: [{ name: "camera", result: { deep: [{ image: "[image/png, 1.5 kB]" }] } }],
    retrieved_context: [{ text: "Look: [image/jpeg, 1.5 kB]" }],
    metadata: { shot: "[image/png, 1.5 kB]" },
  });
});

test.each([
  ["a field that nobody knows", { nobody_knows: 1 }],
  ["a negative time", { response_latency_ms: -1 }],
  ["metadata that is a list", { metadata: ["x".repeat(20_000)] }],
  ["no text and no reason why", { response_text: "" }],
])("still rejects %s", (_case, given) => {
  expect(checkEvent("interaction", { ...answer, ...given })).toMatchObject({ code: "invalid_body" });
});

test.each([
  ["tool calls", { tool_calls: [{ name: "search", arguments: '{"q":"refund"}' }] }],
  ["a finish reason", { finish_reason: "content-filter" }],
])("an answer without text is accepted with %s", (_case, given) => {
  expect(checkEvent("interaction", { ...answer, response_text: "", ...given })).toHaveProperty(
    "body.response_text",
    "",
  );
});

test("an event with too many fields is rejected as a whole instead of field by field", () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 1]));
  const refused = checkEvent("interaction", { ...answer, ...many }) as Problem;
  expect(refused.message).toMatch(/has 303 fields, more than the maximum of 200/);
  expect(refused.extras.errors).toHaveLength(1);
});
