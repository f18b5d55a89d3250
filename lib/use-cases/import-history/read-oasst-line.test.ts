import { describe, expect, it } from "vitest";
import { readOasstLine } from "./read-oasst-line.ts";

const message = (id: string, role: "prompter" | "assistant", more: object = {}) => ({
  message_id: id,
  role,
  text: `text of ${id}`,
  lang: "en",
  ...more,
});
const tree = (prompt: object) =>
  JSON.stringify({ message_tree_id: "t", tree_state: "ready_for_export", prompt });
const read = (prompt: object) => readOasstLine(tree(prompt), "unused");

describe("a conversation tree", () => {
  it("gives an interaction for every answer, with its parent's text as input", () => {
    const followUp = message("p2", "prompter", {
      replies: [message("a2", "assistant", { model_name: "m" })],
    });
    const { interactions, refusals } = read(
      message("p1", "prompter", { replies: [message("a1", "assistant", { rank: 0, replies: [followUp] })] }),
    );
    expect(interactions).toMatchObject([
      {
        interaction_id: "a1",
        input: "text of p1",
        response_text: "text of a1",
        model_name: "unknown",
        feature_name: "oasst",
        language: "en",
        metadata: { message_tree_id: "t", parent_id: "p1", rank: 0 },
      },
      {
        interaction_id: "a2",
        input: "text of p2",
        model_name: "m",
        metadata: { message_tree_id: "t", parent_id: "p2" },
      },
    ]);
    expect(refusals).toEqual([]);
  });

  it("gives a rating for every thumb, each by a user of its own", () => {
    const { ratings } = read(
      message("p", "prompter", {
        emojis: { "+1": 5 },
        replies: [message("a", "assistant", { emojis: { "+1": 2, "-1": 1, red_flag: 3 } })],
      }),
    );
    expect(
      ratings.map(({ user_id, feedback_id, rating_value }) => [user_id, feedback_id, rating_value]),
    ).toEqual([
      ["a:up:1", "a:up:1", 1],
      ["a:up:2", "a:up:2", 1],
      ["a:down:1", "a:down:1", 0],
    ]);
  });

  it.each([
    [
      "an empty answer",
      message("a", "assistant", { text: " " }),
      "message a: response_text: must not be empty",
    ],
    [
      "a language that is none",
      message("a", "assistant", { lang: "?" }),
      "message a: language: must be a BCP 47 tag like en or pt-BR",
    ],
    [
      "too many thumbs",
      message("a", "assistant", { emojis: { "+1": 10_001 } }),
      "message a: emojis.+1: must be at most 10000",
    ],
    ["a message that is none", { text: "x" }, "a message without message_id: message_id: "],
  ])("refuses %s by its name and keeps the others", (_name, reply, reason) => {
    const { interactions, refusals } = read(
      message("p", "prompter", { replies: [reply, message("b", "assistant")] }),
    );
    expect(interactions.map(({ interaction_id }) => interaction_id)).toEqual(["b"]);
    expect(refusals).toEqual([expect.stringContaining(reason)]);
  });

  it("may be deeper than a stack is", () => {
    const depth = 50_000;
    const above = '{"message_id":"p","role":"prompter","text":"?","replies":[';
    const answer = JSON.stringify(message("end", "assistant"));
    const text = `{"prompt":${above.repeat(depth)}${answer}${"]}".repeat(depth)}}`;
    expect(readOasstLine(text, "unused").interactions.map(({ interaction_id }) => interaction_id)).toEqual([
      "end",
    ]);
  });

  it.each(["{", "[]", "{}", '{"prompt":null}', '"text"'])("%s is refused whole", (text) => {
    expect(readOasstLine(text, "unused").refusals).toEqual([
      expect.stringContaining("is not a conversation tree"),
    ]);
  });
});
