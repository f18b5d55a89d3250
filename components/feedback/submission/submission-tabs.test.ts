import { describe, expect, it } from "vitest";
import { thumbContent } from "../bar/bar-state.ts";
import {
  initialSubmission,
  type RememberedSubmission,
  reduceSubmission,
  type SubmissionEvent,
  type SubmissionState,
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

describe("heard", () => {
  const elsewhere = { stored: { feedbackId: "e", content: thumbContent(0) }, wish: null };
  const heard = (remembered: RememberedSubmission | null) => ({ type: "heard", remembered }) as const;
  const ours = { stored: null, wish: up };
  const begun: SubmissionState = initialSubmission();

  /** Each row: what happened here, what another page wrote, what is then shown, and what is requested. */
  const rows: [string, SubmissionEvent[], RememberedSubmission | null, number | null, string | null][] = [
    ["what was stored elsewhere", [want(up), accepted("id-up")], elsewhere, 0, null],
    [
      "what was changed elsewhere, under the id that the server keeps",
      [want(up), accepted("id-up")],
      { stored: { feedbackId: "id-up", content: thumbContent(0) }, wish: null },
      0,
      null,
    ],
    ["nothing, when it was taken back elsewhere", [want(up), accepted("id-up")], null, null, null],
    ["what is on its way here", [want(up)], elsewhere, 1, "submit id-up"],
    ["what was said elsewhere after what is kept here", [want(up), kept], elsewhere, 0, null],
    ["what is kept here, of which the other page tells", [want(up), kept], ours, 1, "submit id-up"],
    ["what was stored elsewhere beside what was refused here", [want(up), refused(403)], elsewhere, 0, null],
    ["what is wanted next here", [want(up), want(down)], elsewhere, 0, "submit id-up"],
  ];
  it.each(rows)("shows %s", (_, events, remembered, shown, asks) => {
    const state = [...events, heard(remembered)].reduce(reduceSubmission, begun);
    expect([shownRating(state)?.rating_value ?? null, asked(state)]).toEqual([shown, asks]);
  });

  it("removes what was stored elsewhere, without thanks", () => {
    const known = [want(up), accepted("id-up"), heard(elsewhere)].reduce(reduceSubmission, begun);
    expect(known.granted).toBeNull();
    expect(asked(reduceSubmission(known, want(none)))).toBe("remove e");
  });

  it("keeps what was refused here for a retry", () => {
    const state = [want(up), refused(403), heard(elsewhere), retried].reduce(reduceSubmission, begun);
    expect(asked(state)).toBe("submit id-up");
  });
});

describe("a press", () => {
  it("is sent even if the same is known, which may be outdated", () => {
    const stored = [want(up), accepted("id-up")].reduce(reduceSubmission, initialSubmission());
    const again = { kind: "rate", feedbackId: "again", content: thumbContent(1) } as const;
    expect(asked(reduceSubmission(stored, { type: "wished", wish: again, anyway: true }))).toBe(
      "submit again",
    );
    expect(asked(reduceSubmission(stored, { type: "wished", wish: again }))).toBeNull();
  });
});
