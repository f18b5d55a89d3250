"use client";
import { RotateCcw } from "lucide-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { type DemoAdapter, type DemoServer, demoAdapter } from "./demo-adapter.ts";

const servers: readonly { value: DemoServer; label: string }[] = [
  { value: "stores", label: "Online" },
  { value: "offline", label: "Offline" },
  { value: "refuses", label: "Rate limited" },
];

/** What a widget of an example is given. */
export interface DemoProps {
  interactionId: string;
  adapter: DemoAdapter;
}

interface DemoFrameProps {
  /** The widget's name. */
  name: string;
  /** Whether it has anything to send. */
  sends?: boolean;
  children(props: DemoProps): ReactNode;
}

/** A live widget with a simulated server, and the request it would send. */
export function DemoFrame({ name, sends = true, children }: DemoFrameProps) {
  const [adapter] = useState(() => demoAdapter());
  const [server, setServer] = useState<DemoServer>("stores");
  const [visit, setVisit] = useState(1);
  return (
    <section aria-label={`${name} demo`} className="overflow-clip rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-line border-b bg-sunken px-3.5 py-2">
        {sends && (
          <>
            <span aria-hidden className="text-faint text-xs">
              Server
            </span>
            <Segmented
              label={`${name}: simulated server`}
              options={servers}
              value={server}
              onChange={(next) => {
                setServer(next);
                adapter.behave(next);
              }}
            />
          </>
        )}
        <Button size="small" tone="quiet" className="ml-auto" onClick={() => setVisit(visit + 1)}>
          <RotateCcw aria-hidden className="size-3.5" />
          Reload
        </Button>
      </div>
      <div className={sends ? "lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]" : undefined}>
        <div key={visit} className="min-w-0 px-3.5 py-4 sm:px-5">
          {children({ interactionId: `demo-${name}`, adapter })}
        </div>
        {sends && <LastCall name={name} adapter={adapter} />}
      </div>
    </section>
  );
}

function LastCall({ name, adapter }: { name: string; adapter: DemoAdapter }) {
  const call = useSyncExternalStore(adapter.subscribe, adapter.lastCall, () => null);
  return (
    <div className="relative h-40 border-line border-t bg-sunken lg:h-auto lg:min-h-44 lg:border-t-0 lg:border-l">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={`${name}: request`}
        className="absolute inset-0 overflow-auto px-3.5 py-2.5 focus-visible:-outline-offset-2"
      >
        {call ? (
          <>
            <p className="mb-1 font-medium font-mono text-soft text-xs wrap-anywhere">{call.request}</p>
            {call.body && (
              <pre className="whitespace-pre-wrap font-mono text-ink text-xs leading-5 wrap-anywhere">
                {JSON.stringify(call.body, null, 2)}
              </pre>
            )}
          </>
        ) : (
          <p className="text-faint text-xs">Requests the widget would send appear here.</p>
        )}
      </section>
    </div>
  );
}
