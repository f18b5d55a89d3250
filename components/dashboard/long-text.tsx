import { joinClasses } from "../ui/join-classes.ts";
import { countWords } from "./words.ts";

/** From how many characters on a text is folded. */
const FOLD_AT = 1_500;

/** Plain text with its line breaks; a long one shows its beginning and unfolds. */
export function LongText({ text, mono = false }: { text: string; mono?: boolean }) {
  const look = joinClasses(
    "whitespace-pre-wrap text-ink wrap-anywhere",
    mono ? "font-mono text-xs leading-5" : "text-base",
  );
  if (text.length <= FOLD_AT) return <p className={look}>{text}</p>;
  return (
    <details className="group">
      <summary className="block list-none rounded [&::-webkit-details-marker]:hidden">
        <span className={joinClasses("block group-open:hidden", look)}>{text.slice(0, FOLD_AT)}…</span>
        <span className="mt-2 inline-block font-medium text-accent text-sm group-open:mt-0 group-open:mb-2">
          <span className="group-open:hidden">Show all {countWords(text.length)} characters</span>
          <span className="hidden group-open:inline">Show less</span>
        </span>
      </summary>
      <p className={look}>{text}</p>
    </details>
  );
}
