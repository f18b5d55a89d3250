"use client";
import { FileText, type LucideIcon, Mail, Megaphone } from "lucide-react";
import { useId, useState } from "react";
import type { DraftTask } from "#lib/act/drafts/index";
import type { Desk } from "./desk.ts";
import { TaskPanel } from "./task-panel.tsx";
import { tasks } from "./tasks.ts";
import { useKeptRatings } from "./use-kept-ratings.ts";

const icons: Record<DraftTask, LucideIcon> = {
  summary: FileText,
  support_reply: Mail,
  announcement: Megaphone,
};

/** The choice of a task, and the chosen one's text and draft. The others keep theirs. */
export function TaskDesk({ project, userId, publishableKey }: Desk) {
  const [chosen, setChosen] = useState<DraftTask>("summary");
  const name = useId();
  useKeptRatings(publishableKey);
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
                onChange={() => setChosen(task)}
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
