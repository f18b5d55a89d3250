import { describe, expect, it } from "vitest";
import type { RatingContent } from "../adapter/bodies.ts";
import { thumbContent } from "../bar/bar-state.ts";
import {
  initialSubmission,
  isBusy,
  type RememberedSubmission,
  reduceSubmission,
  type SubmissionEvent,
  type SubmissionState,
  sameContent,
  shownRating,
} from "./submission-state.ts";
import {
  accepted,
  asked,
  down,
  kept,
  none,
  refused,
  retried,
  up,
  want,
} from "./testing/submission-events.ts";

/** Each row: the events, then what is shown, what is requested, and what the server has. */
const table: [
  string,
  SubmissionEvent[],
  { shown: number | null; asks: string | null; stored: string | null },
][] = [
  ["a wish is shown and sent at once", [want(up)], { shown: 1, asks: "submit id-up", stored: null }],
  ["an accepted wish is stored", [want(up), accepted("id-up")], { shown: 1, asks: null, stored: "id-up" }],
  [
    "the server's id counts, not ours",
    [want(up), accepted("first")],
    { shown: 1, asks: null, stored: "first" },
  ],
  [
    "a refused wish rolls back to nothing",
    [want(up), refused(503)],
    { shown: null, asks: null, stored: null },
  ],
  [
    "a refused change rolls back to what is stored",
    [want(up), accepted("id-up"), want(down), refused(403)],
    { shown: 1, asks: null, stored: "id-up" },
  ],
  [
    "a change of mind waits and is shown",
    [want(up), want(down)],
    { shown: 0, asks: "submit id-up", stored: null },
  ],
  [
    "the latest wish follows the one under way",
    [want(up), want(down), accepted("id-up")],
    { shown: 0, asks: "submit id-down", stored: "id-up" },
  ],
  [
    "wishes between are never sent",
    [want(up), want(down), want(none), want(up), accepted("id-up")],
    { shown: 1, asks: null, stored: "id-up" },
  ],
  [
    "the latest wish follows also after a refusal",
    [want(up), want(down), refused(503)],
    { shown: 0, asks: "submit id-down", stored: null },
  ],
  [
    "undo while under way removes what was stored meanwhile",
    [want(up), want(none), accepted("id-up")],
    { shown: null, asks: "remove id-up", stored: "id-up" },
  ],
  [
    "undo after a plain refusal has nothing to remove",
    [want(up), want(none), refused(403)],
    { shown: null, asks: null, stored: null },
  ],
  [
    "undo after a lost answer removes what may have been stored",
    [want(up), want(none), refused(0)],
    { shown: null, asks: "remove id-up", stored: null },
  ],
  [
    "a removal is shown at once",
    [want(up), accepted("id-up"), want(none)],
    { shown: null, asks: "remove id-up", stored: "id-up" },
  ],
  [
    "a refused removal shows the rating again",
    [want(up), accepted("id-up"), want(none), refused(503)],
    { shown: 1, asks: null, stored: "id-up" },
  ],
  [
    "what the server has is not sent again",
    [want(up), accepted("id-up"), want({ ...up, feedbackId: "other" })],
    { shown: 1, asks: null, stored: "id-up" },
  ],
  [
    "after a lost answer it is sent again, as the server may have something else",
    [want(up), accepted("id-up"), want(down), refused(0), want({ ...up, feedbackId: "again" })],
    { shown: 1, asks: "submit again", stored: "id-up" },
  ],
  [
    "a retry keeps the id",
    [want(up), refused(503), retried],
    { shown: 1, asks: "submit id-up", stored: null },
  ],
  [
    "the same wish after a passing refusal keeps the id",
    [want(up), refused(503), want({ ...up, feedbackId: "new" })],
    { shown: 1, asks: "submit id-up", stored: null },
  ],
  [
    "the same wish after a final refusal is a new event",
    [want(up), refused(403), want({ ...up, feedbackId: "new" })],
    { shown: 1, asks: "submit new", stored: null },
  ],
  [
    "a different wish after a refusal is a new event",
    [want(up), refused(503), want(down)],
    { shown: 0, asks: "submit id-down", stored: null },
  ],
  ["a kept rating is shown", [want(up), kept], { shown: 1, asks: "submit id-up", stored: null }],
  [
    "a kept rating is stored when it arrives",
    [want(up), kept, accepted("id-up")],
    { shown: 1, asks: null, stored: "id-up" },
  ],
  [
    "a change of mind does not wait for a kept rating",
    [want(up), kept, want(down)],
    { shown: 0, asks: "submit id-down", stored: null },
  ],
  [
    "nor does one that waits when the rating turns out to be kept",
    [want(up), want(down), kept],
    { shown: 0, asks: "submit id-down", stored: null },
  ],
  [
    "undo forgets a kept rating",
    [want(up), kept, want(none)],
    { shown: null, asks: "remove id-up", stored: null },
  ],
  [
    "undo forgets a kept change, and removes what was stored",
    [want(up), accepted("id-up"), want(down), kept, want(none)],
    { shown: null, asks: "remove id-up, forget id-down", stored: "id-up" },
  ],
  [
    "back to what is stored is sent, so that the kept change does not arrive",
    [want(up), accepted("id-up"), want(down), kept, want({ ...up, feedbackId: "again" })],
    { shown: 1, asks: "submit again", stored: "id-up" },
  ],
  [
    "a kept rating that is refused in the end rolls back",
    [want(up), kept, refused(403)],
    { shown: null, asks: null, stored: null },
  ],
  ["a retry without a refusal does nothing", [retried], { shown: null, asks: null, stored: null }],
  ["an answer to nothing does nothing", [accepted("stray")], { shown: null, asks: null, stored: null }],
];

describe("reduceSubmission", () => {
  it.each(table)("%s", (_, events, expected) => {
    const state = events.reduce(reduceSubmission, initialSubmission());
    expect({
      shown: shownRating(state)?.rating_value ?? null,
      asks: asked(state),
      stored: state.stored?.feedbackId ?? null,
    }).toEqual(expected);
  });

  it("does not thank later widgets", () => {
    const state = [want(up), accepted("id-up"), { type: "left" } as const].reduce(
      reduceSubmission,
      initialSubmission(),
    );
    expect(state).toMatchObject({ granted: null, stored: { feedbackId: "id-up" } });
  });

  it("is not busy while a rating is kept for later", () => {
    const sent = reduceSubmission(initialSubmission(), want(up));
    expect([isBusy(sent), isBusy(reduceSubmission(sent, kept))]).toEqual([true, false]);
  });

  it("keeps showing the refusal during a retry, and drops it on another change", () => {
    const trying = [want(up), refused(503), retried].reduce(reduceSubmission, initialSubmission());
    expect(trying.refused?.wish).toMatchObject({ kind: "rate", feedbackId: "id-up" });
    expect(reduceSubmission(trying, want(down)).refused).toBeNull();
    expect(reduceSubmission(trying, accepted("id-up")).refused).toBeNull();
  });
});

describe("recalled", () => {
  const stored = { feedbackId: "f", content: thumbContent(0) };
  const detailed = { feedbackId: "f", content: { ...thumbContent(0), feedback_comment: "No" } };
  const ours = { feedbackId: "f", content: thumbContent(1) };
  const other = { feedbackId: "g", content: thumbContent(1) };
  const wish = { kind: "rate", feedbackId: "w", content: thumbContent(1) } as const;

  /** Each row: what the host knows, what the device remembers, what is shown, and what is requested. */
  const rows: [
    string,
    SubmissionState["stored"],
    RememberedSubmission | null,
    RatingContent | null,
    string | null,
  ][] = [
    ["nothing known", null, null, null, null],
    ["the host's", stored, null, stored.content, null],
    ["the device's", null, { stored, wish: null }, stored.content, null],
    [
      "the device's details of the same rating",
      stored,
      { stored: detailed, wish: null },
      detailed.content,
      null,
    ],
    ["the host's details", detailed, { stored, wish: null }, detailed.content, null],
    ["the host's, as it was changed elsewhere", stored, { stored: ours, wish: null }, stored.content, null],
    ["the host's, when it is another rating", other, { stored: detailed, wish: null }, other.content, null],
    ["an unanswered wish is newer, and sent again", stored, { stored, wish }, wish.content, "submit w"],
    ["an unanswered first wish", null, { stored: null, wish }, wish.content, "submit w"],
    ["an unanswered removal", null, { stored, wish: none }, null, "remove f"],
    ["a removal of what is gone", null, { stored: null, wish: none }, null, null],
  ];
  it.each(rows)("shows %s", (_, known, remembered, shown, asks) => {
    const state = reduceSubmission(initialSubmission(known), { type: "recalled", known, remembered });
    expect(shownRating(state)).toEqual(shown);
    expect(asked(state)).toBe(asks);
  });

  it("removes what was stored and drops what was kept, if undone after a reload", () => {
    const remembered = { stored, wish };
    const state = [{ type: "recalled", known: null, remembered } as const, kept, want(none)].reduce(
      reduceSubmission,
      initialSubmission(),
    );
    expect(asked(state)).toBe("remove f, forget w");
  });

  it("changes nothing once something is in progress", () => {
    const sent = reduceSubmission(initialSubmission(), want(up));
    expect(reduceSubmission(sent, { type: "recalled", known: stored, remembered: null })).toBe(sent);
  });
});

describe("sameContent", () => {
  const content = thumbContent(0);
  it.each([
    ["an absent and an empty comment are the same", content, { ...content, feedback_comment: "" }, true],
    ["an absent and an empty list are the same", content, { ...content, rating_categories: [] }, true],
    ["values differ", content, thumbContent(1), false],
    ["categories differ", content, { ...content, rating_categories: ["other"] }, false],
    ["comments differ", content, { ...content, feedback_comment: "No" }, false],
  ])("%s", (_, one, other, same) => {
    expect(sameContent(one, other)).toBe(same);
  });
});
