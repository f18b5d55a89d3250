"use client";
import { FileText, type LucideIcon, Mail, Megaphone } from "lucide-react";
import { useEffect, useId, useState } from "react";
import type { DraftTask } from "#lib/act/drafts/index.ts";
import { createBrowserClient } from "#whetstone/client";
import type { PlaygroundPanel } from "./desk.ts";
import { TaskPanel } from "./task-panel.tsx";
import { tasks } from "./tasks.ts";

const icons: Record<DraftTask, LucideIcon> = {
  summary: FileText,
  support_reply: Mail,
  announcement: Megaphone,
};

/** The choice of a task, and the chosen one's text and draft. The others keep theirs. */
export function TaskPanelState({
  task,
  project,
  userId,
  publishableKey,
}: PlaygroundPanel & { task: string | undefined }) {
  const [chosen, setChosen] = useState<DraftTask>(
    tasks.find((known) => known.task === task)?.task ?? "summary",
  );
  const name = useId();
  useKeptRatings(publishableKey);
  const choose = (next: DraftTask) => {
    setChosen(next);
    const url = new URL(window.location.href);
    url.searchParams.set("task", next);
    // A reload shows it again; nothing on the server depends on it.
    window.history.replaceState(null, "", url);
  };
  return (
    <>
      <fieldset className="mb-4 grid gap-2 sm:grid-cols-3">
        <legend className="sr-only">Task</legend>
        {tasks.map(({ task, label }) => {
          const Icon = icons[task];
          return (
            <label
              key={task}
              className="flex cursor-pointer items-center gap-2.5 rounded-lg border border-line bg-surface px-3.5 py-3 font-medium text-sm text-soft transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-tint has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                className="sr-only"
                name={name}
                checked={task === chosen}
                onChange={() => choose(task)}
              />
              <Icon aria-hidden className="size-4 shrink-0" />
              {label}
            </label>
          );
        })}
      </fieldset>
      {tasks.map((words) => (
        <div key={words.task} hidden={words.task !== chosen}>
          <TaskPanel words={words} project={project} userId={userId} publishableKey={publishableKey} />
        </div>
      ))}
    </>
  );
}

/** Sends feedback that an earlier visit could not send, before any widget of a draft does. */
function useKeptRatings(publishableKey: string | null): void {
  useEffect(() => {
    if (publishableKey === null) return;
    const client = createBrowserClient({ baseUrl: "", publishableKey });
    return () => void client.close(0);
  }, [publishableKey]);
}
