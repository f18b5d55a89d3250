import type { Draft, Flaw } from "./draft.ts";
import type { Random } from "./random.ts";

/** Changes of tone that people make by hand, first one to the other. */
const rewordings: readonly (readonly [string, string])[] = [
  ["Hi ", "Dear "],
  ["Hello ", "Hi "],
  ["Good morning ", "Hello "],
  ["Have a good day!", "Kind regards,\nyour support team"],
  ["Thank you for your message", "Many thanks for your mail"],
  ["Thanks for getting in touch.", "Thank you for writing to us."],
  ["I am sorry", "We are very sorry"],
  ["I have looked into", "We checked"],
  ["Here is how it works:", "What you can do:"],
  ["Available in", "You can choose between"],
  ["Comes in", "You get it in"],
  ["Hallo ", "Guten Tag "],
  ["Einen schönen Tag noch!", "Mit freundlichen Grüßen"],
  ["Bonne journée !", "Cordialement,\nvotre service client"],
  ["¡Que tenga un buen día!", "Un saludo cordial,\nsu equipo de atención"],
  ["**Decisions**", "**What we decided**"],
  ["**Action items**", "**To do**"],
];

/** The final text that somebody makes of an answer: its flaw mended, shortened, or said in their own words. */
export function editAnswer(random: Random, draft: Draft, flaw: Flaw | null): string {
  const given = draft.answer(flaw);
  const mended = draft.answer(null);
  const edited = flaw === null || random.chance(0.3) ? touchUp(random, mended) : mended;
  return edited === given ? shortened(given) : edited;
}

const touchUp = (random: Random, text: string): string =>
  random.chance(0.6) ? reworded(random, text) : shortened(text);

function reworded(random: Random, text: string): string {
  const fitting = rewordings.filter(([from]) => text.includes(from));
  if (fitting.length === 0) return shortened(text);
  const [from, to] = random.pick(fitting);
  return text.replace(from, to);
}

/** Without its last paragraph; where there is but one, without its last sentence; a single sentence gets a period less. */
function shortened(text: string): string {
  const paragraphs = text.split("\n\n");
  if (paragraphs.length > 1) return paragraphs.slice(0, -1).join("\n\n");
  const sentences = text.match(/[^.!?]+[.!?]+\s*/g) ?? [];
  return sentences.length > 1 ? sentences.slice(0, -1).join("").trim() : text.replace(/[.!?]*$/, " –");
}
