export { acceptedLanguages, chooseLanguage } from "./choose-language.ts";
export { gainWords, peopleWords } from "./impact-words.ts";
export { type StratumThumbs, weighClaim } from "./weigh-claim.ts";
