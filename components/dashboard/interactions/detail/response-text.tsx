import type { ShownText } from "#lib/observe/interactions/index.ts";
import { LongText, ShowAll, type WholePlace } from "./long-text.tsx";

/** A response as HTML that was drawn of its Markdown; without that, as it is. */
export function ResponseText({
  response,
  html,
  place,
}: {
  response: ShownText;
  html: string | null;
  place: WholePlace;
}) {
  if (html === null)
    return (
      <>
        <p className="mb-2 text-faint text-sm">
          Rendering this response as Markdown took too long. Showing plain text.
        </p>
        <LongText shown={response} name="response" place={place} />
      </>
    );
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: react-markdown drew it, which takes no HTML of the text. */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <ShowAll shown={response} name="response" place={place} />
    </>
  );
}
