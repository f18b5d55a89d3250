import { formatCount } from "#components/format/numbers.ts";
import { takeRoom } from "#components/format/take-room.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import type { ShownText } from "#lib/observe/interactions/index.ts";

/** The URL of a full text: the page itself with a parameter. */
export interface WholePlace {
  /** The address of the page without it. */
  page: string;
  /** The name of the text that is whole now. */
  whole: string | null;
}

/** How much room a text takes before it is folded, in characters of full lines. */
const FOLDED = 8_000;

/** The same of a comment: about ten lines. */
export const COMMENT_ROOM = 800;

/** Plain text with its line breaks; of a long one its beginning, with the way to the rest. */
export function LongText({
  shown,
  name,
  place,
  mono = false,
}: {
  shown: ShownText;
  name: string;
  place: WholePlace;
  mono?: boolean;
}) {
  const { text, cut } = folded({ shown, name, place }, FOLDED);
  return (
    <>
      <p
        className={joinClasses(
          "whitespace-pre-wrap text-ink wrap-anywhere",
          mono ? "font-mono text-xs leading-5" : "text-base",
        )}
      >
        {text}
        {cut && "…"}
      </p>
      <ShowAll shown={{ ...shown, cut }} name={name} place={place} />
    </>
  );
}

/** The beginning of a text that takes no more room than so many characters of full lines, unless it is the one asked for whole. */
export function folded(
  { shown, name, place }: { shown: ShownText; name: string; place: WholePlace },
  room: number,
): ShownText {
  if (place.whole === name) return shown;
  const { text } = takeRoom(shown.text, room);
  return { ...shown, text, cut: shown.cut || text.length < shown.text.length };
}

/** The way from the beginning of a text to all of it, and back; nothing where it is short. */
export function ShowAll({ shown, name, place }: { shown: ShownText; name: string; place: WholePlace }) {
  const isWhole = place.whole === name;
  if (!isWhole && !shown.cut) return null;
  return (
    <Link
      href={isWhole ? place.page : wholeAddress(place.page, name)}
      scroll={false}
      prefetch={false}
      className="mt-2 inline-block rounded font-medium text-accent text-sm hover:underline"
    >
      {isWhole ? "Show less" : `Show all ${formatCount(shown.length)} characters`}
    </Link>
  );
}

const wholeAddress = (page: string, name: string): string =>
  `${page}${page.includes("?") ? "&" : "?"}${new URLSearchParams({ whole: name })}`;
