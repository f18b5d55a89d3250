import type { ReactNode } from "react";
import { PropsList } from "./props-list.tsx";
import type { HookReference, Member } from "./reference.ts";
import { Subheading } from "./section.tsx";
import { Spoken } from "./spoken.tsx";

const isEvent = ({ name }: Member): boolean => /^on[A-Z]/.test(name);

/** A widget's own props and events. */
export function OwnProps({ members }: { members: readonly Member[] }) {
  const props = members.filter((member) => !isEvent(member));
  const events = members.filter(isEvent);
  return (
    <>
      {props.length > 0 && (
        <>
          <Subheading>Props</Subheading>
          <PropsList members={props} />
        </>
      )}
      {events.length > 0 && (
        <>
          <Subheading>Events</Subheading>
          <PropsList members={events} />
        </>
      )}
    </>
  );
}

/** The names by which a widget's elements can be styled. */
export function PartNames({ parts }: { parts: string }) {
  if (!parts) return null;
  return (
    <>
      <Subheading>Parts</Subheading>
      <ul className="flex flex-wrap gap-1.5">
        {parts.split(" ").map((part) => (
          <li key={part}>
            <code className="rounded border border-line bg-surface px-1.5 py-0.5 font-mono text-soft text-xs">
              {part}
            </code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A headless hook, folded: what it takes and what it gives back. */
export function HookDetails({ hook, children }: { hook: HookReference; children?: ReactNode }) {
  return (
    <details className="rounded-md border border-line bg-surface px-3.5 py-2.5">
      <summary className="font-medium text-sm">
        Headless hook: <code className="font-mono text-xs">{hook.name}</code>
      </summary>
      <div className="space-y-3 pt-2 text-sm">
        <HookReferenceLists hook={hook} />
        {children}
      </div>
    </details>
  );
}

/** What a hook takes and what it gives back. */
export function HookReferenceLists({ hook }: { hook: HookReference }) {
  const { about, takesEvery, options, returns } = hook;
  return (
    <>
      <p className="text-soft">
        <Spoken text={about} />
        {takesEvery && " Accepts all common props."}
      </p>
      {options.length > 0 && (
        <>
          <Subheading>Options</Subheading>
          <PropsList members={options} />
        </>
      )}
      {returns.length > 0 && (
        <>
          <Subheading>Returns</Subheading>
          <PropsList members={returns} required={false} />
        </>
      )}
    </>
  );
}
