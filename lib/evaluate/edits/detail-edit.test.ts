import { describe, expect, it } from "vitest";
import { detailEdit } from "./detail-edit.ts";
import { guessLanguage } from "./guess-language.ts";
import { sentencesOf } from "./sentences.ts";

const traits = (answer: string, correction: string) => detailEdit({ answer, correction }).traits;

describe("what a correction did, in detail", () => {
  it.each([
    ["nothing", "One two.", "One two.", []],
    ["fewer words", "one two three four five", "one two three", ["shorter"]],
    ["more words", "one two three", "one two three four five", ["longer"]],
    ["a price", "It costs 12.50 today.", "It costs 13.50 today.", ["numbers"]],
    ["a day", "It came on 2026-11-30 to us.", "It came on 2026-12-01 to us.", ["dates"]],
    ["a time of day", "We open at 9:30 there.", "We open at 10:30 there.", ["dates"]],
    ["a name", "It was sent by Weber to us.", "It was sent by Wagner to us.", ["names"]],
    ["a link", "See https://a.example/x there.", "See https://a.example/y there.", ["links"]],
    ["a list from lines", "One\nTwo", "- One\n- Two", ["list_added"]],
    [
      "a numbered list from bullets",
      "- A long first one of several here\n- And so on",
      "1. A long first one of several here\n2. And so on",
      ["longer"],
    ],
    ["no list any more", "- One\n- Two", "One\nTwo", ["list_removed"]],
    ["a heading", "Plan\ntext", "# Plan\ntext", ["heading_added"]],
    ["no bold type", "**Now** it is", "Now it is", ["bold_removed"]],
    ["a table", "a b", "| a | b |", ["table_added"]],
    ["a code block", "run it", "```\nrun it\n```", ["code_added"]],
    ["paragraphs", "One. Two.", "One.\n\nTwo.", ["paragraphs_added"]],
    ["an exclamation mark less", "So nice to see!", "So nice to see.", ["exclamation_removed"]],
  ])("%s", (_, answer, correction, expected) => expect(traits(answer, correction)).toEqual(expected));

  it.each([
    ["English", "Your order left.", "Hello,\nyour order left.", "greeting_added"],
    ["English", "The parcel might arrive today.", "The parcel will arrive today.", "hedges_removed"],
    ["English", "Send it back.", "Please send it back.", "polite_added"],
    ["German", "Guten Tag, Ihr Paket ist da.", "Ihr Paket ist da.", "greeting_removed"],
    ["German", "Kannst du mir das geben?", "Können Sie mir das geben?", "more_formal"],
    ["German", "Das ist vielleicht so.", "Das ist so.", "hedges_removed"],
    ["French", "Bonjour, le colis est là.", "Le colis est là.", "greeting_removed"],
    ["French", "Où est ton colis ?", "Où est votre colis ?", "more_formal"],
    ["Spanish", "Envíelo mañana.", "Por favor, envíelo mañana.", "polite_added"],
    ["Spanish", "Quizás llegue hoy.", "Llega hoy.", "hedges_removed"],
    ["Portuguese", "Talvez chegue hoje.", "Chega hoje.", "hedges_removed"],
    ["Chinese", "你的订单已发货。", "您的订单已发货。", "more_formal"],
    ["Chinese", "包裹可能今天到。", "包裹今天到。", "hedges_removed"],
    ["Japanese", "返送する。", "返送してください。", "polite_added"],
    ["Japanese", "今日届くかもしれません。", "今日届きます。", "hedges_removed"],
    ["Arabic", "أرسل الطلب", "من فضلك أرسل الطلب", "polite_added"],
    ["Arabic", "مرحبا، طلبك هنا", "طلبك هنا", "greeting_removed"],
  ])("hears the tone in %s: %s", (_, answer, correction, trait) =>
    expect(traits(answer, correction)).toContain(trait),
  );

  it("does not take a word's part for the word", () => {
    // "might" in "mighty", "tu" in "tutor", "hi" in "his".
    const words = ["A mighty tutor", "his history"];
    expect(words.flatMap((text) => traits(text, "A strong teacher"))).not.toContain("hedges_removed");
    expect(traits("his history", "a history")).not.toContain("greeting_removed");
  });

  it.each([
    ["I cannot help with that.", "Send it to the shop within a month."],
    ["Als KI habe ich darauf keinen Zugriff.", "Der Zugriff geht über das Konto."],
    ["我无法回答。", "请在一个月内退货。"],
  ])("sees that a refusal was replaced: %s", (answer, correction) =>
    expect(traits(answer, correction)).toContain("refusal_removed"),
  );

  it("sees another language, and not a translation of a word", () => {
    const english = "You can send it back to us within the month, and it is free.";
    const german =
      "Sie können das in einem Monat an uns senden, und es ist nicht teuer, die Kosten zahlen wir.";
    expect(traits(english, german)).toContain("language");
    expect(traits(english, english.replace("month", "Monat"))).not.toContain("language");
  });

  it("tells which sentences went and came", () => {
    const { removed, had, added } = detailEdit({
      answer: "It left today. Have a good day!",
      correction: "It left today.\nKind regards,\nyour team",
    });
    expect(removed.map((key) => had[key])).toEqual(["Have a good day!"]);
    expect(Object.values(added)).toEqual(["Kind regards,", "your team"]);
  });
});

it.each([
  ["The parcel is on the way and you will get it.", "en"],
  ["Das Paket ist auf dem Weg und die Lieferung kommt.", "de"],
  ["Le colis est en route et nous vous écrivons.", "fr"],
  ["El paquete está en camino y se lo enviamos.", "es"],
  ["O pacote não está com você, mas se foi ao correio.", "pt"],
  ["荷物は明日届きます。", "ja"],
  ["包裹明天到达。", "zh"],
  ["الطرد في الطريق", "ar"],
  ["Paczka jest w drodze.", null],
  ["OK", null],
  ["", null],
])("guesses the language of %j: %s", (text, language) => expect(guessLanguage(text)).toBe(language));

it("parts sentences at their marks and lines, not at numbers", () =>
  expect(
    Object.values(
      sentencesOf("- It costs 12.50 now. **Send** it back!\n\nOk.\n返送してください。ありがとうございます。"),
    ),
  ).toEqual(["It costs 12.50 now.", "Send it back!", "返送してください。", "ありがとうございます。"]));
