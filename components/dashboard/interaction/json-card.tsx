import { Card } from "#components/ui/card.tsx";
import type { ShownText } from "#lib/observe/interactions/index.ts";
import { ShowAll, type WholePlace } from "./long-text.tsx";

interface JsonCardProps {
  title: string;
  /** JSON, or its beginning. */
  value: ShownText | null;
  name: string;
  place: WholePlace;
}

/** A stored value as JSON; nothing where there is none. */
export function JsonCard({ title, value, name, place }: JsonCardProps) {
  if (value === null) return null;
  return (
    <Card title={title}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={`${title} as JSON`}
        className="max-h-80 overflow-auto rounded-md bg-sunken p-3"
      >
        <pre className="font-mono text-xs leading-5">
          {value.text}
          {value.cut && "…"}
        </pre>
      </section>
      <ShowAll shown={value} name={name} place={place} />
    </Card>
  );
}
