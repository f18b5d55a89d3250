import { describe, expect, it } from "vitest";
import type { Draft, Flaw } from "./draft.ts";
import { editAnswer } from "./edit-answer.ts";
import { seededRandom } from "./random.ts";

const draftOf = (sound: string, flawed: string): Draft => ({
  input: "",
  answer: (flaw) => (flaw === null ? sound : flawed),
});

describe("the edit of an answer", () => {
  it.each<[string, Flaw | null, Draft]>([
    ["a wrong fact", "inaccurate", draftOf("It takes 30 days. Good luck.", "It takes 90 days. Good luck.")],
    ["a sound reply", null, draftOf("Hi Ada,\n\nIt takes 30 days.\n\nHave a good day!", "")],
    ["a single paragraph", null, draftOf("One thing. Another thing.", "")],
    ["a single sentence", null, draftOf("Only this.", "")],
    ["a flaw that cannot be seen", "formatting", draftOf("The same. Twice.", "The same. Twice.")],
  ])("changes %s and leaves something standing", (_name, flaw, draft) => {
    for (let seed = 0; seed < 20; seed++) {
      const edited = editAnswer(seededRandom(seed), draft, flaw);
      expect(edited).not.toBe(draft.answer(flaw));
      expect(edited.trim()).not.toBe("");
    }
  });

  it("mends the flaw in most cases exactly", () => {
    const draft = draftOf("It takes 30 days.", "It takes 90 days.");
    const edits = Array.from({ length: 50 }, (_, seed) =>
      editAnswer(seededRandom(seed), draft, "inaccurate"),
    );
    expect(edits.filter((edit) => edit === "It takes 30 days.").length).toBeGreaterThan(25);
  });
});
