// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { FeedbackBody } from "../adapter/bodies.ts";
import { controlledAdapter } from "../testing/controlled-adapter.ts";
import { loadCompare } from "./compare-tokens.ts";
import { CorrectionEditor } from "./correction-editor.tsx";

beforeAll(loadCompare);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** An editor whose adapter saves unfinished text. */
function setUp() {
  const { adapter, requests } = controlledAdapter();
  const kept = new Map<string, FeedbackBody>();
  const keep = vi.fn((id: string, body: FeedbackBody | null) => {
    if (body) kept.set(id, body);
    else kept.delete(id);
  });
  const { unmount } = render(
    <CorrectionEditor
      interactionId="i1"
      adapter={{ ...adapter, keep }}
      draft="The draft."
      metadata={{ page: "a" }}
    />,
  );
  const texts = () => [...kept.values()].map(({ correction_text }) => correction_text);
  return { requests, kept, keep, texts, unmount };
}

const write = (text: string) => fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

it("is saved from the first key on, a few times per second and after the last one", () => {
  const { kept, keep, texts } = setUp();
  write("The d");
  expect(texts()).toEqual(["The d"]);
  for (const text of ["The", "Th", "T", "Their draft."]) write(text);
  expect(keep).toHaveBeenCalledTimes(1);
  pass(200);
  expect([...kept.values()]).toEqual([
    {
      interaction_id: "i1",
      feedback_id: expect.any(String),
      rating_type: "correction",
      correction_text: "Their draft.",
      metadata: { page: "a", edit: { time_spent_ms: expect.any(Number), trigger: "leave" } },
    },
  ]);
});

it("is sent under the ID it is saved by, and the next edit is a new event", async () => {
  const { requests, kept, texts } = setUp();
  write("Their draft.");
  const [id] = kept.keys();
  fireEvent.click(screen.getByRole("button", { name: "Submit" }));
  expect(requests[0]?.feedbackId).toBe(id);
  expect(kept.has(id ?? "")).toBe(true);
  await act(async () => requests[0]?.accept());
  expect(texts()).toEqual([]);
  pass(200);
  write("Our draft.");
  expect(texts()).toEqual(["Our draft."]);
  expect(kept.has(id ?? "")).toBe(false);
});

it("is deleted when the user returns to the draft, or sends what the server already has", async () => {
  const { requests, texts } = setUp();
  write("Their draft.");
  pass(200);
  write("The draft.");
  expect(texts()).toEqual([]);
  pass(200);
  write("Their draft.");
  fireEvent.click(screen.getByRole("button", { name: "Submit" }));
  await act(async () => requests[0]?.accept());
  pass(200);
  write("Their draft!");
  pass(200);
  write("Their draft.");
  pass(200);
  expect(texts()).toEqual(["Their draft."]);
  fireEvent.click(screen.getByRole("button", { name: "Sent" }));
  expect([requests.length, texts()]).toEqual([1, []]);
});

it("is sent when the editor leaves the page, and deleted once the server has it", async () => {
  const { requests, texts, unmount } = setUp();
  write("Their draft.");
  unmount();
  expect(requests.map(({ body }) => body?.correction_text)).toEqual(["Their draft."]);
  expect(texts()).toEqual(["Their draft."]);
});
