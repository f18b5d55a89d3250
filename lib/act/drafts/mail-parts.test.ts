import { describe, expect, it } from "vitest";
import { mailParts } from "./mail-parts.ts";

describe("mailParts", () => {
  it.each([
    [
      "headers, greeting, body, closing",
      "From: Ana Ruiz <ana@example.org>\nSubject: Lid\n\nHi there,\n\nThe lid broke. Can you send another?\n\nBest regards,\nAna",
      { sender: "Ana", statements: ["The lid broke."], questions: ["Can you send another?"] },
    ],
    [
      "the header names the sender where nobody signed",
      'From: "Ana Ruiz" <ana@example.org>\n\nThe lid broke.',
      { sender: "Ana Ruiz", statements: ["The lid broke."], questions: [] },
    ],
    [
      "thanks in advance are a closing",
      "Dear team,\nWhere is it?\nThanks in advance!\nTom O’Hara",
      { sender: "Tom O’Hara", statements: [], questions: ["Where is it?"] },
    ],
    [
      "a name on the last line",
      "It does not start.\n— Mei",
      { sender: "Mei", statements: ["It does not start."], questions: [] },
    ],
    [
      "a sentence of thanks is no closing",
      "Thanks for the quick delivery of my order. One cup is missing.",
      {
        sender: null,
        statements: ["Thanks for the quick delivery of my order.", "One cup is missing."],
        questions: [],
      },
    ],
    [
      "a closing may go on",
      "One cup is missing.\nThank you so much,\nAna",
      { sender: "Ana", statements: ["One cup is missing."], questions: [] },
    ],
    ["one word", "Help", { sender: null, statements: ["Help"], questions: [] }],
    ["only headers", "Subject: Lid", { sender: null, statements: [], questions: [] }],
  ])("%s", (_, mail, parts) => expect(mailParts(mail)).toEqual(parts));
});
