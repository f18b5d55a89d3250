import { describe, expect, it } from "vitest";
import type { EditTrait } from "#lib/domain/edit-trait.ts";
import {
  type AnswerVote,
  chooseExamples,
  compareCategories,
  type EditTexts,
  recommend,
  studyChanges,
} from "./index.ts";

let next = 0;

/** An edit by a rater; each answer is another unless it is named. */
function edit(rater: string, traits: EditTrait[], more: Partial<EditTexts> = {}): EditTexts {
  next += 1;
  return {
    ...{ feedbackId: `f${next}`, interactionId: `i${next}`, rater, at: next, input: `Question ${next}?` },
    correction: `Answer ${next}, as somebody wrote it.`,
    detail: { kinds: [], traits, words: { before: 100, after: 60 }, had: {}, removed: [], added: {} },
    ...more,
  };
}

const times = (count: number, make: (index: number) => EditTexts) =>
  Array.from({ length: count }, (_, index) => make(index));

const found = (edits: readonly EditTexts[], categories = compareCategories([], { own: 0, others: 0 })) =>
  recommend({ changes: studyChanges(edits), categories, comments: { read: 0, repeated: [] } });

describe("what is recommended from edits", () => {
  it("what many people do, with the share, the people and the answers behind it", () => {
    const edits = times(58, (index) => edit(`user:${index}`, index < 24 ? ["shorter"] : []));
    const [first, ...rest] = found(edits);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      code: "shorter",
      instruction: "Be brief: answer in about 60 words, and leave out what nobody asked for.",
      evidence: [
        {
          because: "41% of 58 edits cut at least 15% of the words, by 24 users (95% interval 30% to 54%).",
          ...{ of: "edits", count: 24 },
          interactionIds: edits.slice(0, 24).map(({ interactionId }) => interactionId),
        },
      ],
    });
  });

  it("nothing from a share whose interval reaches below a tenth", () =>
    expect(found(times(40, (index) => edit(`user:${index}`, index < 7 ? ["list_added"] : [])))).toEqual([]));

  it("nothing from one person, however often", () => {
    const edits = times(60, (index) =>
      edit(index < 40 ? "user:1" : `user:${index}`, index < 40 ? ["names"] : []),
    );
    expect(found(edits)).toEqual([]);
  });

  it("nothing from fewer than ten edits", () =>
    expect(found(times(9, (index) => edit(`user:${index}`, ["greeting_removed"])))).toEqual([]));

  it("nothing where as many do the opposite", () => {
    const edits = times(60, (index) =>
      edit(`user:${index}`, [index % 2 === 0 ? "hedges_added" : "hedges_removed"]),
    );
    expect(found(edits)).toEqual([]);
  });

  it("to leave a sentence out that most take out who were given it", () => {
    const had = { "=have a good day": "Have a good day!" };
    const detail = { kinds: [], traits: [], words: { before: 9, after: 5 }, had, added: {} };
    const edits = times(30, (index) =>
      edit(`user:${index}`, [], index < 8 ? { detail: { ...detail, removed: Object.keys(had) } } : {}),
    );
    expect(found(edits)).toMatchObject([
      { title: "Leave out “Have a good day!”", evidence: [{ count: 8, share: { n: 8, value: 1 } }] },
    ]);
  });
});

describe("categories of thumbs down", () => {
  const tallies = [
    { category: "too_long", own: 30, others: 40 },
    { category: "incomplete", own: 6, others: 60 },
    { category: "jargon", own: 12, others: 10 },
  ];
  const compared = compareCategories(tallies, { own: 60, others: 400 });

  it("are over-represented beyond chance, or not", () =>
    expect(compared.map(({ category, over }) => [category, over])).toEqual([
      ["too_long", true],
      ["jargon", true],
      ["incomplete", false],
    ]));

  it("have a lift with its interval", () => {
    const { lift } = compared[0] ?? {};
    expect(lift?.value).toBeCloseTo(30.5 / 60.5 / (40.5 / 400.5), 10);
    expect([lift?.low.toFixed(2), lift?.high.toFixed(2)]).toEqual(["3.39", "7.32"]);
  });

  it("are recommended: what to write where that is known, and else to look", () =>
    expect(found([], compared).map(({ code, instruction }) => [code, instruction])).toEqual([
      ["shorter", "Be brief, and leave out what nobody asked for."],
      ["category_jargon", null],
    ]));

  it("say nothing where nothing can be compared", () =>
    expect(compareCategories([{ category: "a", own: 3, others: 0 }], { own: 3, others: 0 })).toMatchObject([
      { lift: null, over: false },
    ]));
});

describe("length", () => {
  it("is a mean over people with an interval, which one person does not have", () => {
    const shorter = (rater: string, after: number) =>
      edit(rater, [], {
        detail: { kinds: [], traits: [], words: { before: 100, after }, had: {}, removed: [], added: {} },
      });
    const { length } = studyChanges([shorter("a", 50), shorter("b", 50), shorter("b", 50)]);
    expect(length).toMatchObject({ before: 100, after: 50 });
    expect(length?.change?.value).toBeCloseTo(-0.5, 10);
    expect(studyChanges([shorter("a", 50)]).length?.change).toBeNull();
  });
});

describe("examples", () => {
  const down = (interactionId: string, rater: string, more: Partial<AnswerVote> = {}): AnswerVote => ({
    ...{ interactionId, rater, vote: "down", at: 0 },
    ...more,
  });

  it("are never the opinion of one person", () => {
    const one = edit("user:1", []);
    expect(chooseExamples([one], [down(one.interactionId, "user:1")])).toEqual([]);
    expect(chooseExamples([one], [down(one.interactionId, "user:2")])).toMatchObject([
      {
        feedbackId: one.feedbackId,
        agreeing: 1,
        why: [expect.any(String), "1 other user gave the answer a thumbs down."],
      },
    ]);
  });

  it("were kept: not corrected again to something else", () => {
    const first = edit("user:1", [], { interactionId: "same" });
    const again = edit("user:2", [], {
      interactionId: "same",
      correction: "Quite another text than before.",
    });
    const votes = [down("same", "user:3")];
    expect(chooseExamples([again, first], votes).map(({ feedbackId }) => feedbackId)).toEqual([
      again.feedbackId,
    ]);
  });

  it("are agreed on by those who corrected the same input to nearly the same", () => {
    const input = "When does it open?";
    const says = (rater: string, correction: string) => edit(rater, [], { input, correction });
    const edits = [
      says("user:1", "It opens at nine today."),
      says("user:2", "It opens at nine."),
      says("user:3", "No idea."),
    ];
    const chosen = chooseExamples(edits, []);
    expect(chosen).toHaveLength(1);
    expect(chosen[0]).toMatchObject({ agreeing: 1, input });
    expect(chosen[0]?.why).toContain("1 other user corrected the same to nearly the same.");
  });

  it("are varied, short, and at most five; with an input", () => {
    const edits = [
      ...times(8, (index) =>
        edit("user:1", [], {
          input: `Topic ${"abcdefgh"[index]}`,
          correction: `Text on ${"stuvwxyz"[index]}`,
        }),
      ),
      edit("user:1", [], { input: "Topic a", correction: "Text on s" }),
      edit("user:1", [], { input: "x ".repeat(2_000) }),
      edit("user:1", [], { input: null }),
    ];
    const votes = edits.flatMap(({ interactionId }) => [
      down(interactionId, "user:2"),
      down(interactionId, "user:3"),
    ]);
    const chosen = chooseExamples(edits, votes);
    expect(chosen).toHaveLength(5);
    expect(new Set(chosen.map(({ input }) => input)).size).toBe(5);
  });

  it("prefer what its author liked afterwards", () => {
    const [plain, liked] = [edit("user:1", []), edit("user:1", [])];
    const votes = [plain, liked].map(({ interactionId }) => down(interactionId, "user:2"));
    const up = down(liked.interactionId, "user:1", { vote: "up", at: liked.at + 1 });
    expect(chooseExamples([plain, liked], [...votes, up])[0]).toMatchObject({
      feedbackId: liked.feedbackId,
      why: expect.arrayContaining(["Its author gave a thumbs up afterwards."]),
    });
  });
});
