import type { Member } from "./reference.ts";
import { Spoken } from "./spoken.tsx";

/** Props, options or what a hook returns: beside each other where there is room, else below each other. */
export function PropsList({ members, required = true }: { members: readonly Member[]; required?: boolean }) {
  return (
    <dl className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
      {members.map(({ name, type, required: needed, fallback, about }) => (
        <div key={name} className="grid gap-x-5 gap-y-1 px-3.5 py-2.5 md:grid-cols-[13rem_minmax(0,1fr)]">
          <dt className="min-w-0">
            <code className="wrap-anywhere font-medium font-mono text-ink text-xs">{name}</code>
            {required && needed && <span className="ml-2 text-2xs text-bad">required</span>}
          </dt>
          <dd className="min-w-0 space-y-1">
            {about && (
              <p className="text-soft">
                <Spoken text={about} />
              </p>
            )}
            {fallback && (
              <p className="text-soft">
                Default: <code className="font-mono text-xs">{fallback}</code>
              </p>
            )}
            <code className="wrap-anywhere block font-mono text-faint text-xs">{type}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
