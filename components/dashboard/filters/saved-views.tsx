"use client";

import { Bookmark, Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import type { SavedView } from "#lib/observe/saved-views/index.ts";
import { Confirm } from "../shell/confirm.tsx";
import { listAddress } from "../url/list-link.ts";
import { SavedViewForm } from "./saved-view-form.tsx";

interface SavedViewsProps {
  projectId: string;
  base: string;
  views: readonly SavedView[];
  /** What the list shows now. */
  query: string;
  mayEdit: boolean;
}

type Task = { do: "save" } | { do: "rename" | "delete"; view: SavedView };

/** The project's saved views: opened by all its members, kept by those who may label. */
export function SavedViews({ projectId, base, views, query, mayEdit }: SavedViewsProps) {
  const [task, setTask] = useState<Task | null>(null);
  const url = `/api/projects/${projectId}/saved-views`;
  return (
    <>
      <Menu
        label="Saved views"
        button={
          <>
            <Bookmark aria-hidden className="size-4" />
            <span className="max-sm:hidden">Views</span>
          </>
        }
        buttonClassName={buttonClasses("secondary", "medium", "h-9 pointer-coarse:h-11")}
        place="below-right"
        panelClassName="w-72 max-w-[calc(100vw-2rem)]"
      >
        {(close) => {
          const begin = (next: Task) => {
            close();
            setTask(next);
          };
          return (
            <>
              <ul className="max-h-80 overflow-y-auto">
                {views.map((view) => (
                  <li key={view.viewId} className="flex items-center">
                    <Link
                      href={listAddress(base, view.query)}
                      onClick={close}
                      aria-current={view.query === query ? "page" : undefined}
                      className={joinClasses(
                        "min-w-0 flex-1 truncate rounded-md px-2 py-1.5 text-sm hover:bg-hover",
                        view.query === query ? "font-medium text-accent" : "text-ink",
                      )}
                    >
                      {view.name}
                    </Link>
                    {mayEdit && <ViewActions view={view} onTask={begin} />}
                  </li>
                ))}
              </ul>
              {views.length === 0 && <p className="px-2 py-1.5 text-faint text-sm">No saved views yet.</p>}
              {mayEdit && (
                <button
                  type="button"
                  onClick={() => begin({ do: "save" })}
                  className="mt-1 flex w-full items-center gap-2 rounded-md border-line border-t px-2 py-1.5 text-left text-sm hover:bg-hover"
                >
                  <Plus aria-hidden className="size-4 text-faint" />
                  Save current view
                </button>
              )}
            </>
          );
        }}
      </Menu>
      <ViewDialogs url={url} query={query} task={task} onDone={() => setTask(null)} />
    </>
  );
}

function ViewActions({ view, onTask }: { view: SavedView; onTask: (task: Task) => void }) {
  return (
    <>
      <IconButton
        label={`Rename “${view.name}”`}
        icon={<Pencil aria-hidden className="size-3.5" />}
        onClick={() => onTask({ do: "rename", view })}
      />
      <IconButton
        label={`Delete “${view.name}”`}
        icon={<Trash2 aria-hidden className="size-3.5" />}
        onClick={() => onTask({ do: "delete", view })}
      />
    </>
  );
}

interface ViewDialogsProps {
  url: string;
  query: string;
  task: Task | null;
  onDone: () => void;
}

function ViewDialogs({ url, query, task, onDone }: ViewDialogsProps) {
  const router = useRouter();
  const [failed, setFailed] = useState<string | null>(null);
  const done = () => {
    setFailed(null);
    onDone();
    router.refresh();
  };
  const remove = async (view: SavedView) => {
    const sent = await sendJson("DELETE", `${url}/${view.viewId}`);
    if (sent.ok || sent.status === 404) done();
    else setFailed(sent.message);
  };
  return (
    <>
      <Dialog open={task?.do === "save"} onClose={onDone} title="Save view">
        {task?.do === "save" && (
          <SavedViewForm
            name=""
            action="Save"
            send={(name) => sendJson("POST", url, { name, query })}
            onDone={done}
          />
        )}
      </Dialog>
      <Dialog open={task?.do === "rename"} onClose={onDone} title="Rename view">
        {task?.do === "rename" && (
          <SavedViewForm
            name={task.view.name}
            action="Rename"
            send={(name) => sendJson("PATCH", `${url}/${task.view.viewId}`, { name })}
            onDone={done}
          />
        )}
      </Dialog>
      {task?.do === "delete" && (
        <Confirm
          open
          title={`Delete “${task.view.name}”?`}
          action="Delete view"
          onConfirm={() => remove(task.view)}
          onClose={onDone}
        >
          {failed && <Notice tone="bad">{failed}</Notice>}
          The view is deleted for all project members. Interactions are not affected.
        </Confirm>
      )}
    </>
  );
}
