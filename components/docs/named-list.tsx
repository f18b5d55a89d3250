import { Spoken } from "./spoken.tsx";

/** Names and what each is for. */
export function NamedList({ items }: { items: readonly { name: string; about: string }[] }) {
  return (
    <dl className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
      {items.map(({ name, about }) => (
        <div key={name} className="grid gap-x-5 gap-y-1 px-3.5 py-2.5 md:grid-cols-[13rem_minmax(0,1fr)]">
          <dt>
            <code className="wrap-anywhere font-medium font-mono text-ink text-xs">{name}</code>
          </dt>
          <dd className="min-w-0 text-soft">
            <Spoken text={about} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
