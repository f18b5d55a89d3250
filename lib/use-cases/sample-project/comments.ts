import type { Flaw, Language } from "./draft.ts";
import type { Random } from "./random.ts";

/** What people write about an answer, by what is wrong with it; `fine` and `taste` where nothing is. */
type Occasion = Flaw | "fine" | "taste";

const english: Readonly<Record<Occasion, readonly string[]>> = {
  inaccurate: [
    "That is simply not true.",
    "Wrong. The source says something else.",
    "The facts are off, I had to look it up myself.",
    "Made up. Please check against the text.",
    "Close, but the one thing that matters is wrong.",
    "I nearly sent this out. It contradicts our own rules.",
    "Where does it get this from?",
  ],
  incomplete: [
    "The second half is missing.",
    "Fine as far as it goes, but the next step is not there.",
    "It leaves out the most important point.",
    "Too little to be of use.",
    "I had to add the rest by hand.",
    "Stops in the middle of the matter.",
  ],
  too_long: [
    "Half of it would do.",
    "Nobody reads this much.",
    "Get to the point, please.",
    "I deleted two thirds.",
    "So many words for so little.",
    "It repeats itself.",
  ],
  off_topic: [
    "This does not answer the question.",
    "Nice, but I asked about something else.",
    "Why is it advertising to an annoyed customer?",
    "Missed the main point.",
    "It talks about everything but the matter.",
  ],
  wrong_tone: [
    "We do not talk to people like that.",
    "Far too jolly.",
    "Sounds like an advertisement.",
    "No exclamation marks, please.",
    "Embarrassing, I would never send this.",
  ],
  formatting: [
    "The list is broken.",
    "Stray asterisks everywhere.",
    "All in one line, I cannot read that.",
    "Markdown leaks through.",
  ],
  fine: [
    "Spot on.",
    "Sent as it was.",
    "Saved me ten minutes.",
    "Better than what I would have written.",
    "Short and right.",
    "Good tone.",
    "Exactly what I needed, thanks.",
  ],
  taste: [
    "Not wrong, but not how I would say it.",
    "A bit stiff.",
    "I expected something livelier.",
    "Correct, yet it does not help me.",
    "Meh.",
  ],
};

const others: Readonly<Record<Exclude<Language, "en">, Readonly<Record<"good" | "bad", readonly string[]>>>> =
  {
    de: {
      good: ["Passt so, danke.", "Genau richtig.", "Konnte ich so abschicken."],
      bad: [
        "Stimmt leider nicht.",
        "Geht am Thema vorbei.",
        "Das musste ich neu schreiben.",
        "So können wir das nicht verschicken.",
      ],
    },
    fr: {
      good: ["Parfait, merci.", "Envoyé tel quel.", "Clair et juste."],
      bad: ["Ce n'est pas exact.", "À côté de la question.", "J'ai dû tout réécrire."],
    },
    es: {
      good: ["Perfecto, gracias.", "Enviado tal cual.", "Claro y correcto."],
      bad: ["No es correcto.", "No responde a la pregunta.", "He tenido que reescribirlo."],
    },
  };

/** A comment as somebody would write it who found this flaw, or none, and is happy or not. */
export function makeComment(random: Random, language: string, flaw: Flaw | null, isHappy: boolean): string {
  const abroad = Object.hasOwn(others, language) ? others[language as keyof typeof others] : null;
  if (abroad) return random.pick(isHappy ? abroad.good : abroad.bad);
  return random.pick(english[isHappy ? "fine" : (flaw ?? "taste")]);
}
