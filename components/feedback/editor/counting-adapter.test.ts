import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FeedbackBody } from "../adapter/bodies.ts";
import { controlledAdapter } from "../testing/controlled-adapter.ts";
import { comingCompare } from "./compare-tokens.ts";
import { countingAdapter } from "./counting-adapter.ts";
import type { EditMetadata } from "./edit-measure.ts";

vi.mock("./compare-tokens.ts", () => ({ comingCompare: vi.fn() }));

const counts = { kept: 3, added: 1, removed: 1, distance: 1 };
const words = { words_kept: 3, words_added: 1, words_removed: 1, edit_distance: 1 };

const correction = (edit: Partial<EditMetadata>): FeedbackBody => ({
  interaction_id: "i1",
  feedback_id: "f1",
  rating_type: "correction",
  correction_text: "New",
  metadata: { page: "p", edit },
});

/** The library while it is loading, until the test says that it was loaded or failed. */
function libraryComes() {
  const coming = Promise.withResolvers<never>();
  vi.mocked(comingCompare).mockReturnValue(coming.promise);
  return { come: () => coming.resolve(undefined as never), fail: () => coming.reject(new Error("offline")) };
}

function setUp(count = () => counts as typeof counts | null) {
  const { adapter, requests } = controlledAdapter();
  const counting = countingAdapter(() => adapter, count);
  const edits = () => requests.map(({ body }) => body?.metadata);
  return { ...counting, requests, edits };
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("waits for the library, and adds the counts", async () => {
  const { come } = libraryComes();
  const { adapter, edits } = setUp();
  void adapter.submit(correction({ time_spent_ms: 5, trigger: "submit" }));
  expect(edits()).toEqual([]);
  come();
  await settled();
  expect(edits()).toEqual([{ page: "p", edit: { ...words, time_spent_ms: 5, trigger: "submit" } }]);
});

it.each([
  ["the library does not come", () => libraryComes().fail],
  [
    "the page is left",
    (hurry: () => void) => {
      libraryComes();
      return hurry;
    },
  ],
  [
    "it takes too long",
    () => {
      libraryComes();
      return () => vi.advanceTimersByTime(3_000);
    },
  ],
])("sends without counts if %s", async (_, prepare) => {
  const { adapter, edits, hurry } = setUp(() => null);
  const happen = prepare(hurry);
  void adapter.submit(correction({ trigger: "copy" }));
  happen();
  await settled();
  expect(edits()).toEqual([{ page: "p", edit: { trigger: "copy" } }]);
});

it.each([
  ["what was counted already", { ...words, trigger: "submit" as const }],
  ["what is left behind", { trigger: "leave" as const }],
])("does not delay %s", (_, edit) => {
  libraryComes();
  const { adapter, edits } = setUp();
  void adapter.submit(correction(edit));
  expect(edits()).toEqual([{ page: "p", edit }]);
});

it("has the same content when the same event is retried", async () => {
  const { come } = libraryComes();
  const { adapter, requests } = setUp();
  void adapter.submit(correction({ trigger: "submit" }));
  come();
  await settled();
  vi.mocked(comingCompare).mockReturnValue(undefined);
  void adapter.submit(correction({ trigger: "submit" }));
  expect(requests[1]?.body).toEqual(requests[0]?.body);
});

it("can only remove what the host's adapter can", () => {
  const { adapter } = controlledAdapter();
  expect(
    countingAdapter(
      () => adapter,
      () => null,
    ).adapter.remove,
  ).toBeTypeOf("function");
  const { remove, ...without } = adapter;
  expect(
    countingAdapter(
      () => without,
      () => null,
    ).adapter.remove,
  ).toBeUndefined();
});
