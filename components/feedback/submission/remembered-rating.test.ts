import { expect, it } from "vitest";
import type { FeedbackAdapter } from "../adapter/adapter.ts";
import { thumbContent } from "../bar/bar-state.ts";
import { getMemory, ratingKey, recallSubmission, rememberSubmission } from "./remembered-rating.ts";
import { initialSubmission, type SubmissionState } from "./submission-state.ts";

const adapter: FeedbackAdapter = { submit: () => Promise.reject(new Error("not asked")) };
const key = ratingKey("i1", "binary");
const up = { feedbackId: "up", content: thumbContent(1) };
const down = { feedbackId: "down", content: thumbContent(0) };
const wish = { kind: "rate", ...down } as const;
const submit = { kind: "submit", ...down } as const;

/** Each row: a submission, and what the next visit recalls of it. */
const table: [string, Partial<SubmissionState>, ReturnType<typeof recallSubmission>][] = [
  ["nothing", {}, null],
  ["what the server has", { stored: up }, { stored: up, wish: null }],
  ["what it has not answered", { inFlight: submit }, { stored: null, wish }],
  ["what it has not answered, beside what it has", { stored: up, inFlight: submit }, { stored: up, wish }],
  [
    "what is kept until it can be sent",
    { inFlight: submit, kept: { durable: true, offline: true } },
    { stored: null, wish },
  ],
  [
    "the latest wish of several",
    { inFlight: { kind: "submit", ...up }, waiting: wish },
    { stored: null, wish },
  ],
  [
    "a removal that is not answered",
    { stored: up, inFlight: { kind: "remove", feedbackId: "up" } },
    { stored: up, wish: { kind: "take_back" } },
  ],
  ["nothing of a rating taken back before it was stored", { waiting: { kind: "take_back" } }, null],
  [
    "nothing of a kept rating that is being forgotten",
    { inFlight: { kind: "remove", feedbackId: "down" }, doubtful: "down" },
    null,
  ],
];

it.each(table)("recalls %s", (_, state, recalled) => {
  const memory = getMemory({ ...adapter });
  memory.write(key, { stored: up, wish: null });
  rememberSubmission(memory, key, { ...initialSubmission(), ...state });
  expect(recallSubmission(memory, key)).toEqual(recalled);
});

it.each([
  ["another shape", { feedbackId: "up" }],
  ["a word", "up"],
  ["null", null],
  ["no id", { stored: { content: thumbContent(1) } }],
  ["no content", { stored: { feedbackId: "up" } }],
  [
    "a rating of another type",
    { stored: { feedbackId: "s", content: { rating_type: "stars", rating_value: 3 } } },
  ],
  ["an unknown wish", { wish: { kind: "guess" } }],
])("ignores %s", (_, value) => {
  const memory = getMemory({ ...adapter });
  memory.write(key, value);
  expect(recallSubmission(memory, key)).toBeNull();
});

it("separates answers and types", () => {
  const memory = getMemory(adapter);
  rememberSubmission(memory, key, initialSubmission(up));
  expect(recallSubmission(memory, ratingKey("i2", "binary"))).toBeNull();
  expect(recallSubmission(memory, ratingKey("i1", "stars"))).toBeNull();
});

it("remembers for an adapter without a memory as long as that adapter lives", () => {
  expect(getMemory(adapter)).toBe(getMemory(adapter));
  expect(getMemory({ ...adapter })).not.toBe(getMemory(adapter));
});
