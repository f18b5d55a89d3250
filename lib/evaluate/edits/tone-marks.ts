/** Words and marks that set a tone: politeness, hedges, contractions and exclamation, in English, German, French and Spanish. */
const MARKS: readonly RegExp[] = [
  words(
    ...[
      "please",
      "kindly",
      "thanks",
      "thank you",
      "sorry",
      "apologies",
      "apologise",
      "apologize",
      "unfortunately",
    ],
    ...["appreciate", "glad", "happy to", "dear", "hi", "hello", "hey", "regards", "cheers"],
    ...[
      "bitte",
      "danke",
      "vielen dank",
      "leider",
      "entschuldigung",
      "gerne",
      "liebe",
      "lieber",
      "hallo",
      "grüße",
    ],
    ...[
      "merci",
      "désolé",
      "désolée",
      "malheureusement",
      "bonjour",
      "salut",
      "cordialement",
      "s'il vous plaît",
    ],
    ...["gracias", "por favor", "perdón", "lamentablemente", "hola", "estimado", "estimada", "saludos"],
  ),
  words(
    ...[
      "maybe",
      "perhaps",
      "possibly",
      "probably",
      "might",
      "could",
      "seems",
      "seem",
      "somewhat",
      "likely",
      "i think",
    ],
    ...["vielleicht", "möglicherweise", "wahrscheinlich", "eventuell", "könnte", "peut-être", "probablement"],
    ...["sans doute", "quizás", "quizá", "tal vez", "probablemente", "posiblemente"],
  ),
  words(
    ...[
      "very",
      "really",
      "truly",
      "extremely",
      "absolutely",
      "definitely",
      "simply",
      "just",
      "great",
      "amazing",
    ],
    ...["sehr", "wirklich", "unbedingt", "très", "vraiment", "muy", "realmente"],
  ),
  /\p{L}n['’]t\b|\p{L}['’](?:re|ve|ll|m|d)\b|\b(?:it|that|there|what|let|here|who)['’]s\b/giu,
  /!/g,
];

/** Their counts in a text, by kind. */
export const countToneMarks = (text: string): number[] => MARKS.map((mark) => text.match(mark)?.length ?? 0);

function words(...list: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${list.join("|")})(?![\\p{L}\\p{M}])`, "giu");
}
