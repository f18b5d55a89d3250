import { Card } from "../ui/card.tsx";

/** A stored value as JSON; nothing where there is none. */
export function JsonCard({ title, value }: { title: string; value: unknown }) {
  if (isEmpty(value)) return null;
  return (
    <Card title={title}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={`${title} as JSON`}
        className="max-h-80 overflow-auto rounded-md bg-sunken p-3"
      >
        <pre className="font-mono text-xs leading-5">{JSON.stringify(value, null, 2)}</pre>
      </section>
    </Card>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
