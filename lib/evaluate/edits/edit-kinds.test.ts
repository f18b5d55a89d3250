import { expect, it } from "vitest";
import { editKinds } from "./edit-kinds.ts";

const text = "The order of Ms Weber left on 3 May. It will be there in four days.";

it.each([
  ["nothing", text, text, []],
  [
    "a seventh of the words taken out",
    "one two three four five six seven",
    "one two three four five six",
    ["tone"],
  ],
  ["a fifth of the words taken out", "one two three four five", "one two three four", ["shorter"]],
  ["a fifth of the words put in", "one two three four five", "one two three four five six", ["longer"]],
  ["all words taken out", "one two", "", ["shorter"]],
  ["a first text", "", "one two", ["longer"]],
  ["another day", text, text.replace("3 May", "4 May"), ["facts"]],
  ["another month", text, text.replace("May", "June"), ["facts"]],
  ["another name", text, text.replace("Weber", "Wagner"), ["facts"]],
  ["another link", "See https://a.example/x today.", "See https://a.example/y today.", ["facts"]],
  ["a mark at the end of a link", "See https://a.example/x", "See https://a.example/x.", ["format"]],
  ["a sentence with facts left out", text, "It will be there in four days.", ["shorter"]],
  ["a shorter text with another number", text, "It left on 5 May.", ["shorter", "facts"]],
  ["a sentence that begins with another word", "Then it left.", "Afterwards it left.", ["tone"]],
  ["a name that only moved to the front", "It left, says Weber.", "Weber says it left.", ["tone"]],
  ["spaces and marks", "One, two.\nThree", "One two. Three", ["format"]],
  ["capitals", "One two", "ONE two", ["format"]],
  ["lines made a list", "One\nTwo", "- One\n- Two", ["format"]],
  ["bullets made numbers", "- One of the two\n- Two", "1. One of the two\n2. Two", ["format", "longer"]],
  ["a heading made bold", "# One\ntwo", "**One**\ntwo", ["format"]],
  ["paragraphs", "One. Two.", "One.\n\nTwo.", ["format"]],
  ["an item of a list taken out", "- One\n- Two two\n- Three", "- One\n- Three", ["shorter"]],
  ["an exclamation mark", "Thanks.", "Thanks!", ["tone"]],
  [
    "politeness",
    "You can send the old one back to us within a month",
    "Please send the old one back to us within a month",
    ["tone"],
  ],
  [
    "a hedge",
    "It could be there by the end of the week",
    "It will be there by the end of the week",
    ["tone"],
  ],
  [
    "a contraction",
    "We do not know of it and cannot help you here",
    "We don't know of it and can't help you here",
    ["tone"],
  ],
  ["politeness and a fact", "It left on 3 May.", "Sorry, it left on 4 May.", ["longer", "facts"]],
  ["words for as many others", "a good plan", "a bold plan", ["tone"]],
  [
    "French politeness",
    "Envoyez le colis avant lundi soir à notre adresse",
    "Merci envoyez le colis avant lundi à notre adresse",
    ["tone"],
  ],
])("tells what a correction did: %s", (_, answer, correction, kinds) => {
  expect(editKinds(answer, correction).toSorted()).toEqual([...kinds].toSorted());
});

it.each([
  ["words", "word! "],
  ["open brackets", "["],
  ["empty lines", "\n"],
  ["what might be addresses", "a.a-"],
  ["marks of tables", "|"],
])("does not take the square of the time for more %s", (_, part) => {
  const took = (count: number) => {
    const began = performance.now();
    editKinds(part.repeat(count), `${part.repeat(count)}x`);
    return performance.now() - began;
  };
  took(1_000);
  const [short, long] = [took(2_000), took(20_000)];
  expect(long).toBeLessThan(60 * short + 500);
});
