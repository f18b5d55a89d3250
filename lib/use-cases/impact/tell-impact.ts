import { type ImprovementText, type Told, tellEverybody, tellRater } from "#lib/act/impact/index.ts";
import { chooseLanguage, gainWords, peopleWords } from "#lib/decide/impact/index.ts";
import type { ClaimFigures } from "#lib/domain/impact-claim.ts";

/** An improvement as somebody is told of it, in one language. */
export interface TellableImprovement {
  improvementId: string;
  /** The reader, who complained about it, or everybody. */
  audience: "you" | "everyone";
  language: string;
  /** What comes before it where nobody is known: "312 people’s feedback shaped this:". */
  lead: string | null;
  title: string;
  /** With the gain, if there is one. */
  description: string;
  shippedAt: Date;
  people: number | null;
  /** Null unless good ratings are more frequent, and not by chance or other traffic. */
  gain: ClaimFigures | null;
  interactionId: string | null;
}

interface Asked {
  /** Who is told; null if nobody is known. */
  rater: string | null;
  /** Languages that they want, the most wanted first. */
  languages: readonly string[];
  /** Whether somebody who is not known is told what everybody may be told. */
  everyone: boolean;
}

/** What a reader is told, in the language that they want, or that of the answer they complained about. */
export async function tellImpact(projectId: string, asked: Asked): Promise<TellableImprovement[]> {
  if (asked.rater !== null && !asked.rater.startsWith("device:"))
    return (await tellRater(projectId, asked.rater)).map((told) => inWords(told, asked));
  const own = asked.rater === null ? [] : await tellRater(projectId, asked.rater);
  if (own.length > 0 || !asked.everyone) return own.map((told) => inWords(told, asked));
  // What is told in a language without the words for it would seem to be the reader's own doing.
  return (await tellEverybody(projectId, asked.rater)).flatMap((told) => {
    const improvement = inWords(told, asked);
    return improvement.lead === null ? [] : [improvement];
  });
}

function inWords(told: Told, { languages }: Asked): TellableImprovement {
  const { improvementId, shippedAt, people, interactionId } = told;
  const wanted = told.language === null ? languages : [...languages, told.language];
  const { language, title, description } = textIn(told.texts, wanted);
  const gain = told.claim?.verdict === "better" ? told.claim.figures : null;
  const sentence = gain && gainWords(gain, language);
  const isOwn = interactionId !== null;
  return {
    ...{ improvementId, audience: isOwn ? "you" : "everyone", language, title, shippedAt, people, gain },
    lead: isOwn || people === null ? null : peopleWords(people, language),
    description: [description, sentence].filter(Boolean).join(" "),
    interactionId,
  };
}

/** The text in the language that is wanted most; else in English, else the first. */
function textIn(texts: readonly ImprovementText[], wanted: readonly string[]): ImprovementText {
  const language = chooseLanguage(
    texts.map((text) => text.language),
    [...wanted, "en"],
  );
  const found = texts.find((text) => text.language === language) ?? texts[0];
  if (!found) throw new Error("An improvement without a text was published.");
  return found;
}
