import type { Flaw, Writer } from "./draft.ts";
import { writeArticle } from "./texts/write-article.ts";
import { writeMeeting } from "./texts/write-meeting.ts";
import { writeProduct } from "./texts/write-product.ts";
import { writeSupport } from "./texts/write-support.ts";

/** One version of a prompt: from which day on it is in use, and how good its answers truly are. */
export interface VersionPlan {
  version: string;
  /** Counted from 0 at the beginning of the sample. */
  fromDay: number;
  /** Share of answers without a flaw. */
  quality: number;
  /** What the others suffer from, by weight. */
  flaws: Partial<Record<Flaw, number>>;
  prompt: string;
}

/** How a feature lets people rate, by weight. */
export type RatingKinds = Partial<Record<"thumb" | "stars" | "edit" | "comment", number>>;

/** The models of the sample; none of them exists. */
export type Model = "atlas-large" | "atlas-mini" | "fern-8b";

/** An AI feature of the made-up product. */
export interface FeaturePlan {
  name: string;
  template: string;
  writer: Writer;
  speaksManyLanguages: boolean;
  /** The models that answer, by weight; from `newModels.fromDay` on others. */
  models: Partial<Record<Model, number>>;
  newModels?: { fromDay: number; models: Partial<Record<Model, number>> };
  ratings: RatingKinds;
  versions: readonly VersionPlan[];
}

const support: FeaturePlan = {
  name: "support-reply",
  template: "support-reply",
  writer: writeSupport,
  speaksManyLanguages: true,
  models: { "atlas-mini": 6, "atlas-large": 3, "fern-8b": 1 },
  ratings: { thumb: 68, edit: 24, comment: 8 },
  versions: [
    {
      version: "v1",
      fromDay: 0,
      quality: 0.85,
      flaws: { too_long: 4, incomplete: 2, inaccurate: 2, wrong_tone: 1 },
      prompt:
        "You answer mails to a furniture shop. Use only the help article. Be friendly and give the steps.\n\nHelp article:\n{context}\n\nMail:\n{input}",
    },
    // Shortened to save tokens; the sentence that bound the model to the help article got lost.
    {
      version: "v2",
      fromDay: 34,
      quality: 0.56,
      flaws: { inaccurate: 6, off_topic: 3, incomplete: 1 },
      prompt: "Answer this mail to our shop briefly and kindly.\n\nArticle: {context}\n\nMail: {input}",
    },
    {
      version: "v3",
      fromDay: 61,
      quality: 0.9,
      flaws: { too_long: 2, inaccurate: 1, wrong_tone: 1, formatting: 1 },
      prompt:
        "Answer this mail to our shop briefly and kindly. Say nothing about our rules that is not in the help article.\n\nHelp article:\n{context}\n\nMail:\n{input}",
    },
  ],
};

const article: FeaturePlan = {
  name: "article-summary",
  template: "summarize-article",
  writer: writeArticle,
  speaksManyLanguages: false,
  models: { "atlas-mini": 5, "fern-8b": 5 },
  newModels: { fromDay: 52, models: { "atlas-mini": 8, "fern-8b": 2 } },
  ratings: { thumb: 66, stars: 26, comment: 8 },
  versions: [
    {
      version: "v1",
      fromDay: 0,
      quality: 0.76,
      flaws: { too_long: 4, inaccurate: 3, incomplete: 3 },
      prompt: "Summarise the article.\n\n{input}",
    },
    {
      version: "v2",
      fromDay: 45,
      quality: 0.83,
      flaws: { inaccurate: 3, incomplete: 2, off_topic: 1, formatting: 1 },
      prompt:
        "Summarise the article in at most three sentences. Begin with the news. Keep every number as it is.\n\n{input}",
    },
  ],
};

const product: FeaturePlan = {
  name: "product-description",
  template: "describe-product",
  writer: writeProduct,
  speaksManyLanguages: false,
  models: { "atlas-large": 7, "atlas-mini": 3 },
  ratings: { thumb: 48, edit: 46, comment: 6 },
  versions: [
    {
      version: "v1",
      fromDay: 0,
      quality: 0.79,
      flaws: { wrong_tone: 4, too_long: 3, inaccurate: 2 },
      prompt: "Write a text for our shop from this data. Plain words, no superlatives.\n\n{input}",
    },
    {
      version: "v2",
      fromDay: 72,
      quality: 0.81,
      flaws: { wrong_tone: 2, incomplete: 2, inaccurate: 2 },
      prompt:
        "Write a text for our shop from this data. Plain words, no superlatives, nothing that the data does not say.\n\n{input}",
    },
  ],
};

const meeting: FeaturePlan = {
  name: "meeting-notes",
  template: "meeting-notes",
  writer: writeMeeting,
  speaksManyLanguages: false,
  models: { "atlas-large": 4, "atlas-mini": 4, "fern-8b": 2 },
  ratings: { stars: 56, thumb: 34, edit: 10 },
  versions: [
    {
      version: "v1",
      fromDay: 0,
      quality: 0.72,
      flaws: { incomplete: 4, formatting: 3, too_long: 2, inaccurate: 2 },
      prompt: "Write the minutes of this meeting.\n\n{input}",
    },
    {
      version: "v2",
      fromDay: 26,
      quality: 0.84,
      flaws: { incomplete: 3, inaccurate: 2, off_topic: 1 },
      prompt:
        "Write the minutes of this meeting: decisions, then action items as “name: task by day”. Leave out small talk.\n\n{input}",
    },
  ],
};

/** The four features of the sample. */
export const featurePlans = { support, article, product, meeting } satisfies Record<string, FeaturePlan>;

/** A feature of the sample by its short name. */
export type FeatureKey = keyof typeof featurePlans;
