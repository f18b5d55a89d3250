const words = [
  "tele?(?:phone|fon|foon|fono|fone|faks)?\\w{0,8}",
  "t[ée]l[ée]phone",
  "tel[ée]fono?",
  "t[ée]l",
  "phones?",
  "ph",
  "cell(?:ular|phone)?",
  "celular",
  "mob(?:ile?)?",
  "m[óo]vil",
  "handy(?:nummer)?",
  "fax",
  "whats ?app",
  "signal",
  "viber",
  "sms",
  "landline",
  "hotline",
  "helpline",
  "dial(?:ed|led|ling)?",
  "text(?:ed)?(?: me| us| him| her| them)?",
  "ring(?: me| us| him| her| them)?",
  "(?:contact|callback|work|home|office) (?:number|no)",
  "call(?:ed|ing|s)?(?: back)?(?: me| us| him| her| them)?(?: back)?",
  "reach(?:ed|able)?(?: me| us| him| her| them)?",
  "(?:my|his|her|their|our|your) (?:\\w{1,12} )?number(?: is)?",
  "rufnummer",
  "(?:an)?rufen(?: sie)?",
  "appel(?:ez|er|le)(?:-moi)?",
  "joindre",
  "ll[aá]m[ae](?:r|me|nos)?",
  "ligue",
  "chiama(?:re|mi)?",
  "numéro",
  "msisdn",
].join("|");

/** A word that says that a phone number comes next, and little between. */
const announces = new RegExp(
  `(?:(?<![\\p{L}\\d.])(?:${words})(?![\\p{L}\\d])|電話(?:番号)?|电话|手机|手機|携帯|전화|휴대폰|тел(?:ефон)?)[.:#*]{0,2}[^\\d\\n.;!?[\\]]{0,20}$`,
  "iu",
);

/** A word that says that a number of another sort comes next. */
const deniesWord =
  /(?<![\p{L}\d])(?:orders?|invoices?|tickets?|cases?|refs?|references?|ids?|isbn|issn|ean|upc|gtin|asin|doi|sku|serial|tracking|parcel|shipment|accounts?|acct|version|build|part|pn|sn|model|items?|batch|lot|policy|claim|receipt|transaction|txn|commit|page|pages|patent|imei|vin|bestellnummer|rechnung|auftrag|commande|facture|pedido|factura|timestamp|epoch|lat|lon|lng|long|latitude|longitude|coordinates?|rgb|seed|port|pid|uid|gid|total|population|customer|member|user|employee|artikel|kundennummer|zip|room)(?: (?:no|nr|num|number|id|code|numbers|is|was|of|key))*[.:#=*"' (-]{0,4}$/iu;

const moneyOrSign = /[$€£¥₹#%=@&\\^~<>*_]\s?$|\b(?:usd|eur|gbp|chf|jpy|inr|rs)\.?\s?$/i;

/** What the text before a number says of it. */
export interface PhoneContext {
  /** It is called a phone number. */
  announced: boolean;
  /** It is called something else. */
  denied: boolean;
}

/** Reads the words just before a number. */
export function phoneContext(text: string, start: number): PhoneContext {
  const before = text.slice(Math.max(0, start - 44), start);
  if (deniesWord.test(before)) return { announced: false, denied: true };
  const announced = announces.test(before);
  return { announced, denied: !announced && moneyOrSign.test(before) };
}
