import { type Flaw, fill, type Writer } from "../draft.ts";
import type { Random } from "../random.ts";
import { articleNames, articleTopics, type Fact } from "./article-topics.ts";

const MONTHS = ["January", "March", "April", "May", "June", "September", "October", "November"];
const REMARKS = [
  "Local news of this kind is often underestimated, although it shapes everyday life.",
  "Readers who like this article may also like our weekend supplement.",
  "In general, changes of this sort have advantages as well as disadvantages.",
];
const QUIPS = [
  "Buckle up, folks: this one is a real page-turner!",
  "Spoiler: nobody is happy, as usual.",
  "You will not believe what happened here!",
];
const LENGTHENERS = [
  "The article begins by describing the situation in some detail before it turns to the consequences.",
  "It should be noted that the author presents the matter in several steps, which are repeated here for completeness.",
  "All in all, it can be said in summary that the text deals with the subject named at its beginning.",
];

/** A newspaper article, and its summary in a few sentences. */
export const writeArticle: Writer = (random) => {
  const topic = random.pick(articleTopics);
  const slots = slotsFor(random);
  const say = (text: string) => capitalised(fill(text, slots));
  const facts = topic.facts.map(({ long, short, wrong }) => ({
    long: say(long),
    short: say(short),
    wrong: say(wrong),
  }));
  const [news, ...details] = facts;
  if (!news) throw new RangeError("a topic without facts");
  const chosen = random.several(details, random.between(1, 2));
  const spoiled = random.between(0, chosen.length);
  const garnish = {
    remark: random.pick(REMARKS),
    quip: random.pick(QUIPS),
    longer: random.several(LENGTHENERS, 2),
  };
  return {
    input: [
      say(random.pick(topic.headlines)),
      news.long,
      ...random.several(details, 3).map(({ long }) => long),
    ].join("\n\n"),
    answer: (flaw) => summary([news, ...chosen], facts, spoiled, garnish, flaw),
  };
};

interface Garnish {
  remark: string;
  quip: string;
  longer: string[];
}

function summary(
  told: readonly Fact[],
  all: readonly Fact[],
  spoiled: number,
  { remark, quip, longer }: Garnish,
  flaw: Flaw | null,
): string {
  const sentences = told.map(({ short }) => short);
  if (flaw === "inaccurate")
    return told.map(({ short, wrong }, index) => (index === spoiled ? wrong : short)).join(" ");
  if (flaw === "incomplete") return all.at(-1)?.short ?? "";
  if (flaw === "too_long") return [longer[0], ...all.map(({ long }) => long), longer[1]].join(" ");
  if (flaw === "off_topic") return `${sentences[0]} ${remark}`;
  if (flaw === "wrong_tone") return [quip, ...sentences].join(" ");
  if (flaw === "formatting") return `SUMMARY:** ${sentences.join(" ** ")} **`;
  return sentences.join(" ");
}

function slotsFor(random: Random): Record<string, string | number> {
  const number = random.between(40, 980);
  const percent = random.between(12, 68);
  return {
    city: random.pick(articleNames.city),
    person: random.pick(articleNames.person),
    body: random.pick(articleNames.body),
    month: random.pick(MONTHS),
    number,
    wrongNumber: number * 10,
    percent,
    wrongPercent: percent + 20,
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
