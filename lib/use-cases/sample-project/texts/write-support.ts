import { type Draft, type Flaw, fill, type Language, type Writer } from "../draft.ts";
import type { Random } from "../random.ts";
import type { PhraseBook } from "./phrase-book.ts";
import { english } from "./support-english.ts";
import { french } from "./support-french.ts";
import { german } from "./support-german.ts";
import { spanish } from "./support-spanish.ts";

/** The phrase book of each language. */
const phraseBooks: Readonly<Record<Language, PhraseBook>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

/** A customer's mail to a furniture shop, and the reply drafted from a help article. */
export const writeSupport: Writer = (random, language) => {
  const book = phraseBooks[language];
  const issue = random.pick(book.issues);
  const slots = {
    name: random.pick(book.names),
    product: random.pick(book.products),
    order: `${random.pick(["A", "B", "K", "N"])}-${random.between(10_000, 99_999)}`,
    days: random.between(3, 26),
    amount: money(random, language),
  };
  const say = (text: string) => fill(text, slots);
  const input = [random.pick(issue.questions), ...(random.chance(0.6) ? [random.pick(book.moods)] : [])]
    .map(say)
    .join(" ");
  const parts = {
    hello: say(random.pick(book.hello)),
    opening: say(random.pick(book.openings)),
    fact: say(issue.fact),
    wrong: say(issue.wrong),
    lead: book.lead,
    steps: issue.steps.map(say),
    closing: say(random.pick(book.closings)),
    padding: random.several(book.padding, 2).map(say),
    flippant: say(random.pick(book.flippant)),
    elsewhere: say(random.pick(book.elsewhere)),
  };
  return { input, context: contextFor(random, issue.article, parts), answer: (flaw) => reply(parts, flaw) };
};

interface Parts {
  hello: string;
  opening: string;
  fact: string;
  wrong: string;
  lead: string;
  steps: string[];
  closing: string;
  padding: string[];
  flippant: string;
  elsewhere: string;
}

function reply(parts: Parts, flaw: Flaw | null): string {
  const opening = flaw === "wrong_tone" ? parts.flippant : parts.opening;
  const fact = flaw === "inaccurate" ? parts.wrong : parts.fact;
  const steps = parts.steps.map((step, index) => `${index + 1}. ${step}`);
  const howTo = `${parts.lead}\n\n${steps.join("\n")}`;
  if (flaw === "off_topic") return [parts.hello, `${opening} ${parts.elsewhere}`, parts.closing].join("\n\n");
  if (flaw === "incomplete") return [parts.hello, `${opening} ${fact}`].join("\n\n");
  if (flaw === "formatting")
    return `${parts.hello} ${opening} ${fact} ** ${parts.lead} ** ${steps.join(" ")} ${parts.closing}`;
  if (flaw === "too_long") {
    const [first = "", second = ""] = parts.padding;
    return [parts.hello, first, `${opening} ${second}`, fact, howTo, parts.closing].join("\n\n");
  }
  return [parts.hello, `${opening} ${fact}`, howTo, parts.closing].join("\n\n");
}

function contextFor(random: Random, article: string, { fact, steps }: Parts): Draft["context"] {
  const score = Math.round(Math.min(0.98, 0.74 + random.next() * 0.24) * 1000) / 1000;
  const text = [fact, ...steps].join(" ");
  return [{ id: `help-${article}`, text, source: `help/${article}`, score, content_version: "7" }];
}

function money(random: Random, language: Language): string {
  const amount = random.between(29, 899) + 0.9;
  return new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(amount);
}
