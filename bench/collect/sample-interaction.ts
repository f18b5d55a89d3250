/** How many different interactions there are before their texts repeat. */
const VARIETY = 256;

const subjects = [
  "The refund policy",
  "Your invoice",
  "This article",
  "The release",
  "The meeting",
  "The order",
];
const verbs = ["explains", "mentions", "confirms", "leaves open", "summarizes", "contradicts"];
const objects = [
  "what happens after thirty days without an answer",
  "the three changes that customers asked for most often",
  "why the earlier estimate of the delivery time was too low",
  "which of the two plans includes support over the weekend",
  "how the figures of the last quarter were arrived at",
];
/** What redaction has to find: every second answer has something of the kind. */
const contacts = [
  " Write to ada.lovelace@example.com if anything is unclear.",
  "",
  " You can also call +1 415 555 0132 between nine and five.",
  "",
];

/** The body of one interaction, about 1 kB, as a server of a customer would send it. The same number gives the same texts. */
export function sampleInteraction(number: number, interactionId: string) {
  const seed = number % VARIETY;
  return {
    interaction_id: interactionId,
    feature_name: ["article-summarizer", "support-replies", "meeting-notes"][seed % 3],
    input: `What about order ${10_000 + seed}? ${sentences(seed, 1)}`,
    prompt_text: `Answer in three sentences, from the text only.\n\n${sentences(seed + 1, 2)}`,
    response_text: `${sentences(seed + 2, 3)}${contacts[seed % contacts.length]}`,
    model_name: seed % 4 === 0 ? "gpt-4o" : "gpt-4o-mini",
    prompt_template: "answer-briefly",
    prompt_version: `v${1 + (seed % 3)}`,
    input_tokens: 210 + seed,
    output_tokens: 60 + (seed % 90),
    response_latency_ms: 400 + 7 * seed,
    user_id: `user-${4_000 + seed}`,
    session_id: `session-${9_000 + (seed >> 1)}`,
    metadata: { plan: seed % 5 === 0 ? "team" : "free", region: "eu-west", attempt: 1 + (seed % 2) },
  };
}

/** One interaction as it is sent. */
export type SampleInteraction = ReturnType<typeof sampleInteraction>;

function sentences(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const number = seed * 7 + at * 11;
    const pick = (list: readonly string[], step: number) => list[Math.floor(number / step) % list.length];
    return `${pick(subjects, 1)} ${pick(verbs, 2)} ${pick(objects, 3)}.`;
  }).join(" ");
}
