/** Names for a phone number in labels, fields and sentences. */
const labels = [
  "t[eé]l(?:[eéè](?:ph|f)[oó]\\w{0,12}|nr)?",
  "tele?fa(?:x|ks)\\w{0,4}",
  "phones?(?:[ _-]?(?:numbers?|nos?|nr|num))?",
  "ph(?:one)?[ .]?no",
  "ph",
  "(?:cell|mobil[ei]?|móvil|movil|mobiel|m[óo]vel|celular|cellulare|portable|gsm|handy|landline|fixed ?line)(?:phone|nummer|telefon)?(?:[ _-]?(?:numbers?|nos?|nr|num))?",
  "mob",
  "fax(?:nummer)?",
  "whats ?app",
  "signal",
  "viber",
  "imessage",
  "facetime",
  "pager",
  "hotline",
  "helpline",
  "(?:contact|call ?back|work|home|office|emergency|registered|alternate|alternative|mobile|toll[ -]free|reference|best|new|old|other|correct) ?_?(?:phone |mobile |contact )?(?:numbers?|no)(?: is| are| was)?",
  "(?:desk|office|home|work|direct(?: line| dial)?|switchboard|reception|wa|hp)(?=\\.?:)",
  "(?:my|his|her|their|our|your) (?:\\p{L}{1,12} )?number(?: is| was)?",
  "rufnummer",
  "num[ée]ro(?: de (?:t\\w+|portable|mobile|contact))?",
  "n[úu]mero de (?:m[óo]vil|tel\\w+|celular|contacto|contato)",
  "msisdn",
  "puh(?:elin(?:numero)?)?",
  "tlf|tfn|tfno|telf",
  "tel(?:efon)?\\w{0,3} kom(?:órkowy)?",
  "kom(?:órka)?(?=\\.?:)",
].join("|");

/** What people say when a number is to be called or texted. */
const verbs = [
  "(?:main|evenings?|emergency|night|contact|contato|contacto|kontakt)(?=\\.?:)",
  "dial(?:ed|led|ling)?",
  "(?:text|sms|message|ring|phone|telephone|ping)(?:ed|ing|s)?(?: (?:messages?|codes?|alerts?))?(?: back)?(?: (?:me|us|him|her|them))?(?: (?:at|on|to|via|from))?",
  "(?:sms|otp|passcode|codes?|alerts?|notifications?) (?:was |were |is |are )?(?:sent )?to",
  "call(?:ed|ing|s)?(?: back)?(?: (?:me|us|him|her|them))?(?: back)?(?: (?:at|on|to|from|using))?",
  "(?:reach|contact|get hold of|get in touch with)(?:ed|able|ing)?(?: (?:me|us|him|her|them))?(?: (?:at|on|by|via|under))?",
  "reach(?:ed|able)? out(?: to (?:me|us|him|her|them))?(?: (?:at|on|to|via))?",
  "(?:answer|respond|reply|pick(?:ing)? up)(?:s|ed|ing)?(?: (?:at|on|to|from))",
  "voice ?mails?(?: (?:at|on|to|from))?",
  "registered(?: (?:at|on|with|under|as))?",
  "(?:an)?rufen(?: sie)?",
  "(?:erreich\\w{2,5}|erreichbar)(?: unter)?",
  "appel(?:ez|er|le)(?:-moi)?(?: au)?",
  "joindre(?: au)?|joignable(?: au)?",
  "ll[aá]m[ae](?:r|me|nos)?(?: al)?",
  "ligue(?: para)?|ligar(?: para)?",
  "chiama(?:re|mi)?(?: al)?",
  "bel(?:len)?(?: me)?(?: op| naar)?",
  "zadzwo[nń]\\w{0,3}|dzwo[nń]\\w{0,3}",
].join("|");

const foreign =
  "電話(?:番号)?|携帯(?:番号|電話)?|連絡先|电话(?:号码)?|手机(?:号码?)?|手機|联系方式|전화(?:번호)?|휴대(?:폰|전화)|연락처|тел(?:ефон\\p{L}{0,3})?|моб(?:ильн\\p{L}{0,4})?|τηλ(?:έφωνο)?|κιν(?:ητό)?|טלפון|נייד|هاتف|جوال|موبايل|فون|फ़ोन|फोन|मोबाइल|โทร(?:ศัพท์)?|điện thoại|sđt";

/** Punctuation and filler words between "phone" and the number. */
const SMALL =
  "numbers?|nos?|nr|num|is|was|are|at|on|to|under|via|by|of|the|this|my|his|her|our|their|your|me|us|him|line|work|home|office|mobile|cell|private|personal|business|direct|main|ist|est|es|é|unter|au|al|op|para|de|please|now|anytime|directly|immediately|instead|back|today|tomorrow|or|and|text|call|phone";
const MARKS = "[^\\p{L}\\d\\n;!?[\\]]{0,5}";
const TAGS = "(?:<[^<>\\n]{1,30}>\\s?){0,4}";
const CLOSE = `${MARKS}(?:(?:${SMALL})(?!\\p{L})${MARKS}){0,4}${TAGS}`;
/** The end of the label's line. */
const LINE_END = "[^\\d\\n;!?[\\]]{0,3}(?:\\r?\\n|\\\\n){1,2}[\\s>*•-]{0,6}";
const FAR = "[.:#*]{0,2}[^\\d\\n.;!?[\\]]{0,20}";

const label = `(?:(?<![\\p{L}\\d.])(?:${labels})(?![\\p{L}\\d])|(?<=[a-z])(?:phone|mobile|fax|tel)(?:number|no)?(?![\\p{L}\\d])|${foreign})`;
const verb = `(?<![\\p{L}\\d.])(?:${verbs})(?![\\p{L}\\d])`;
const labelBefore = new RegExp(`${label}(?:${CLOSE}|${LINE_END})$`, "iu");
const verbBefore = new RegExp(`${verb}${CLOSE}$`, "iu");
/** "T: …", in signatures, but also in code. */
const initial = "(?<![\\p{L}\\d.])[cdfhmoptw](?=\\.?:)";
const wordFarBefore = new RegExp(`(?:${label}|${verb}|${initial})${FAR}$`, "iu");

const labelAfter =
  /^ ?[-–(/,|]? ?\(?(?:office|fax|mobile?|mob|cell(?:phone)?|home|work|desk|phone|tel|direct|landline|whatsapp|handy|büro|privat|dienstlich|gsm|m[óo]vil|celular|oficina|casa|bureau|domicile|portable|night|day|main|toll[- ]free)\)?(?=\s*(?:$|[\n,;.)|/\]])|\\n)/iu;
const sentenceAfter =
  /^,? (?:is|was) (?:(?:my|his|her|their|our|your|the|a) (?:\p{L}{1,10} ){0,2}(?:phone|cell|mobile|telephone|number|landline|whatsapp|fax)(?!\p{L})|(?:where|how) (?:to|you|i|we|they))/iu;

/** A word that announces another kind of number. */
const deniesWord =
  /(?<![\p{L}\d])(?:orders?|invoices?|tickets?|cases?|refs?|references?|ids?|isbn|issn|ean|upc|gtin|asin|doi|sku|serial|tracking|parcel|shipment|accounts?|acct|version|build|part|pn|sn|model|items?|batch|lot|policy|claim|receipt|transaction|txn|commit|page|pages|patent|imei|iccid|vin|bestellnummer|rechnung|auftrag|commande|facture|pedido|factura|timestamp|epoch|lat|lon|lng|long|latitude|longitude|coordinates?|rgb|seed|port|pid|uid|gid|total|population|customer|member|user|employee|artikel|kundennummer|zip|room|licen[cs]es?|passport|permit|badge|plates?|iban|bic|routing|sort code|vat|tax|ein|npi|mrn|aadhaar|pin|registration|student|bytes|rows|revenue|budget|amount|price|sum)(?: (?:no|nr|num|number|id|code|numbers|is|was|of|key))*[.:#=*"' (-]{0,4}$/iu;

const sign = /[#=@&\\^~<>*_]\s?$/;
const money = /[$€£¥₹%]\s?$|\b(?:usd|eur|gbp|chf|jpy|inr|rs)\.?\s?$/i;

/**
 * How clearly words call it a phone number: the heading of its column, a label or field directly before it
 * ("Phone:"), a verb directly before it ("reach me at"), or either with other words in between ("Mobile for
 * the weekend").
 */
export type Nearness = "cell" | "label" | "verb" | "hint";

/** What the text before a number says about it. */
export interface PhoneContext {
  nearness: Nearness | undefined;
  /** A word calls it something else: "order no." */
  isOther: boolean;
  /** It is an amount of money. */
  isMoney: boolean;
  /** A symbol precedes it that is common in formulas and markup. */
  hasSign: boolean;
}

/** Reads the words before a number, back to `from` at most. */
export function phoneContext(text: string, start: number, from = 0): PhoneContext {
  const before = text.slice(Math.max(from, start - 56), start);
  const isOther = deniesWord.test(before);
  return {
    nearness: isOther ? undefined : nearnessOf(before),
    isOther,
    isMoney: money.test(before),
    hasSign: sign.test(before),
  };
}

function nearnessOf(before: string): Nearness | undefined {
  if (!wordFarBefore.test(before) && !labelBefore.test(before)) return undefined;
  if (labelBefore.test(before)) return "label";
  return verbBefore.test(before) ? "verb" : "hint";
}

/** Whether a heading names a phone number: "Home phone". */
export const isPhoneLabel = (heading: string): boolean => labelBefore.test(`${heading.slice(-48).trim()}: `);

/** Only punctuation or an "or" between two numbers: the second is of the same kind as the first. */
const joint = /^\s{0,2}(?:[,/;|&]|or|and|oder|und|ou|et|o|y|e)?\s{0,2}$/i;

/** Whether a number directly continues a list of phone numbers, as in "415-555-2671 or 4155552672". */
export const continues = (text: string, end: number, lead: number): boolean =>
  lead - end <= 8 && joint.test(text.slice(end, lead));

/**
 * Whether the words directly after a number call it a phone number: "020 7946 0958 (office)", "… is my
 * number".
 */
export const isNamedAfter = (text: string, end: number): boolean => {
  const after = text.slice(end, end + 48);
  return labelAfter.test(after) || sentenceAfter.test(after);
};
