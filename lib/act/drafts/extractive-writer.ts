import { mailParts } from "./mail-parts.ts";
import { keySentences } from "./rank-sentences.ts";
import type { DraftRequest, DraftTask } from "./schema.ts";
import { splitLines } from "./sentences.ts";

/** The model name under which the built-in writer's drafts are logged. */
export const EXTRACTIVE_MODEL = "whetstone-extractive";

const writers: Record<DraftTask, (input: string) => string> = {
  summary: summarise,
  support_reply: replyTo,
  announcement: announce,
};

/** A draft extracted from the input's own sentences, without inventing or understanding anything. Never empty. */
export const extractDraft = ({ task, input }: DraftRequest): string => writers[task](input.trim());

/** A third of the article's sentences, four at most. */
function summarise(article: string): string {
  const lines = splitLines(article);
  const prose = lines.filter((line) => line.kind !== "heading").flatMap((line) => line.sentences);
  const count = Math.min(4, Math.max(1, Math.round(prose.length / 3)));
  return keySentences(prose, count).join(" ") || article;
}

function replyTo(mail: string): string {
  const { sender, statements, questions } = mailParts(mail);
  const told = keySentences(statements, 2).map((sentence) => `“${sentence}”`);
  return paragraphs([
    sender ? `Hello ${sender},` : "Hello,",
    told.length > 0 ? `Thank you for your email. You wrote: ${told.join(" ")}` : "Thank you for your email.",
    questions.length > 0 ? ["You asked:", ...questions.map((question) => `- ${question}`)].join("\n") : "",
    "I am looking into this and will write again as soon as I know more. If I missed anything, please reply to this email.",
    "Kind regards,\nThe support team",
  ]);
}

function announce(notes: string): string {
  const lines = splitLines(notes);
  const [first, ...rest] = lines;
  const titled = first?.kind === "heading" && rest.length > 0;
  const sentences = (titled ? rest : lines)
    .filter((line) => line.kind !== "heading")
    .flatMap((line) => line.sentences);
  const [lead = notes, ...others] = sentences;
  const details = keySentences(others, 5);
  return paragraphs([
    titled ? (first.sentences[0] ?? "") : titleOf(lead),
    titled || others.length === 0 ? lead : `We have news today: ${lead}`,
    details.length > 0 ? ["What to know:", ...details.map((sentence) => `- ${sentence}`)].join("\n") : "",
    "Questions? Reply to this message and we will get back to you.",
  ]);
}

/** The first words of a sentence as a title: up to the first comma or dash, at most eight words. */
function titleOf(sentence: string): string {
  const clause = sentence.split(/[,;:–—.!?]\s|[.!?]$/u)[0] ?? sentence;
  const words = clause.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(" ")} …` : clause;
}

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");
