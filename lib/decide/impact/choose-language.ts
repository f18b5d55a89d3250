/**
 * The language to tell somebody something in: the first that they would rather have, by the lookup of RFC 4647 (section
 * 3.4), which shortens what they want until there is such a text. Null if there is none.
 * @param wanted language tags or ranges, the most wanted first.
 */
export function chooseLanguage(there: readonly string[], wanted: readonly string[]): string | null {
  const byTag = new Map(there.map((tag) => [tag.toLowerCase(), tag]));
  for (const range of wanted) {
    for (let tag = range.toLowerCase(); tag !== ""; tag = shorter(tag)) {
      const found = byTag.get(tag);
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** Without its last subtag, and without a single character that would then be its end. */
function shorter(tag: string): string {
  const parts = tag.split("-").slice(0, -1);
  if (parts.at(-1)?.length === 1) parts.pop();
  return parts.join("-");
}

/** Most ranges of a header that are heeded. */
const RANGES_MAX = 20;

/** The languages of an Accept-Language header (RFC 9110), the most wanted first; "*" wants none in particular. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .split(",", RANGES_MAX)
    .flatMap((part) => {
      const [range = "", ...parameters] = part.split(";").map((word) => word.trim());
      const quality = parameters.find((each) => /^q=/i.test(each))?.slice(2) ?? "1";
      const weight = Number(quality);
      return /^[a-z\d]{1,8}(-[a-z\d]{1,8})*$/i.test(range) && weight > 0 ? [{ range, weight }] : [];
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ range }) => range);
}
