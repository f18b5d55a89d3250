/** What sets the tone of a text and can be counted in the eight languages of the widgets. */
export type Tone = "greeting" | "polite" | "hedges" | "exclamation" | "formal" | "informal" | "refusal";

/** How much of a text is searched for a greeting: it stands at the beginning. */
const OPENING = 80;

/** How much of a text is searched for a refusal. */
const FIRST = 400;

const patterns: Readonly<Record<Exclude<Tone, "exclamation">, RegExp>> = {
  greeting: anyOf(
    ["hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening", "greetings"],
    ["hallo", "guten tag", "guten morgen", "guten abend", "liebe", "lieber", "sehr geehrte", "sehr geehrter"],
    ["bonjour", "bonsoir", "salut", "cher", "chère", "hola", "buenos días", "buenas tardes", "estimado"],
    ["estimada", "olá", "oi", "bom dia", "boa tarde", "prezado", "prezada", "caro", "cara"],
    [
      "你好",
      "您好",
      "尊敬的",
      "こんにちは",
      "お世話になって",
      "拝啓",
      "مرحبا",
      "السلام عليكم",
      "عزيزي",
      "عزيزتي",
    ],
  ),
  polite: anyOf(
    [
      "please",
      "kindly",
      "thanks",
      "thank you",
      "sorry",
      "we apologize",
      "i apologize",
      "apologies",
      "regards",
    ],
    ["bitte", "danke", "vielen dank", "entschuldigung", "mit freundlichen grüßen", "viele grüße", "leider"],
    ["merci", "s'il vous plaît", "s’il vous plaît", "désolé", "désolée", "cordialement", "veuillez"],
    ["gracias", "por favor", "perdón", "disculpe", "saludos", "un saludo"],
    ["obrigado", "obrigada", "desculpe", "atenciosamente", "请", "谢谢", "抱歉", "此致"],
    ["ください", "ありがとう", "申し訳", "よろしくお願い", "من فضلك", "شكرا", "شكراً", "عذرا", "نعتذر"],
  ),
  hedges: anyOf(
    [
      "maybe",
      "perhaps",
      "possibly",
      "probably",
      "might",
      "could be",
      "seems",
      "it appears",
      "i think",
      "likely",
    ],
    ["vielleicht", "möglicherweise", "wahrscheinlich", "eventuell", "könnte", "vermutlich", "scheint"],
    ["peut-être", "probablement", "sans doute", "il semble", "éventuellement"],
    ["quizás", "quizá", "tal vez", "probablemente", "posiblemente", "parece que"],
    [
      "talvez",
      "provavelmente",
      "possivelmente",
      "可能",
      "也许",
      "大概",
      "かもしれません",
      "おそらく",
      "たぶん",
    ],
    ["ربما", "على الأرجح", "من المحتمل"],
  ),
  formal: anyOf(
    ["Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "vous", "votre", "vos", "usted", "ustedes"],
    ["o senhor", "a senhora", "您", "でございます", "いただけます"],
  ),
  informal: anyOf(
    ["du", "dir", "dich", "dein", "deine", "deinen", "deinem", "tu", "toi", "ton", "tes", "tú", "tus"],
    ["teu", "tua", "contigo", "你", "だよ", "だね"],
  ),
  refusal: anyOf(
    ["i cannot help", "i can't help", "i can’t help", "i am unable to", "i'm unable to", "i’m unable to"],
    ["i cannot answer", "i can't answer", "as an ai", "i do not have access", "i don't have access"],
    ["ich kann ihnen dabei nicht", "ich kann dabei nicht", "ich kann diese frage nicht", "als ki"],
    ["je ne peux pas", "je ne suis pas en mesure", "en tant qu'ia", "no puedo ayudar", "no puedo responder"],
    ["como ia", "não posso ajudar", "não consigo ajudar", "não posso responder", "我无法", "作为人工智能"],
    ["お答えできません", "お手伝いできません", "لا أستطيع", "لا يمكنني", "كنموذج ذكاء"],
  ),
};

/** How often each stands in a text. A greeting counts at its beginning only, a refusal near it. */
export function countTones(text: string): Record<Tone, number> {
  const count = (tone: keyof typeof patterns, part = text) => part.match(patterns[tone])?.length ?? 0;
  return {
    greeting: Math.min(1, count("greeting", text.slice(0, OPENING))),
    polite: count("polite"),
    hedges: count("hedges"),
    exclamation: text.match(/[!！]/g)?.length ?? 0,
    formal: count("formal"),
    informal: count("informal"),
    refusal: Math.min(1, count("refusal", text.slice(0, FIRST))),
  };
}

/**
 * Words of several languages as one pattern: whole words where words are parted by spaces, and anywhere in Chinese and
 * Japanese. What is written with a capital must have one, as the German "Sie" and "Ihr" mean others without.
 */
function anyOf(...lists: readonly string[][]): RegExp {
  const parts = lists.flat().map((word) => {
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word)) return word;
    const anyCase = /^\p{Lu}/u.test(word) ? word : Array.from(word, eitherCase).join("");
    return `(?<![\\p{L}\\p{M}])${anyCase}(?![\\p{L}\\p{M}])`;
  });
  return new RegExp(parts.join("|"), "gu");
}

function eitherCase(letter: string): string {
  return letter.toUpperCase() === letter ? letter : `[${letter}${letter.toUpperCase()}]`;
}
