"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { KeyListItem } from "#lib/platform/access/key-list.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { sendJson } from "../ui/send-json.ts";
import { Confirm } from "./confirm.tsx";
import { KeyForm } from "./key-form.tsx";
import type { MadeKey } from "./made-key.ts";
import { NewKeys } from "./new-keys.tsx";
import { OriginsForm } from "./origins-form.tsx";

/** What the reader is doing with a key. */
export type KeyTask =
  | { do: "create" }
  | { do: "shown"; key: string; name: string }
  | { do: "origins" | "replace" | "revoke"; key: KeyListItem };

interface KeyDialogsProps {
  projectId: string;
  task: KeyTask | null;
  onTask: (task: KeyTask | null) => void;
}

/** The dialogs of the key list; each ends with the list drawn anew. */
export function KeyDialogs({ projectId, task, onTask }: KeyDialogsProps) {
  const router = useRouter();
  const url = `/api/projects/${projectId}/keys`;
  const close = () => onTask(null);
  const shown = (key: string, name: string) => {
    onTask({ do: "shown", key, name });
    router.refresh();
  };
  const done = () => {
    close();
    router.refresh();
  };
  return (
    <>
      <Dialog open={task?.do === "create"} onClose={close} title="New key">
        <KeyForm url={url} onMade={shown} />
      </Dialog>
      <Dialog open={task?.do === "shown"} onClose={close} title="Your new key">
        {task?.do === "shown" && (
          <NewKeys keys={[{ label: task.name, note: "Put it where the old one was.", value: task.key }]} />
        )}
      </Dialog>
      <Dialog open={task?.do === "origins"} onClose={close} title="Allowed origins">
        {task?.do === "origins" && <OriginsForm url={url} item={task.key} onDone={done} />}
      </Dialog>
      {task?.do === "replace" && <Replace url={url} item={task.key} onMade={shown} onClose={close} />}
      {task?.do === "revoke" && <Revoke url={url} item={task.key} onDone={done} onClose={close} />}
    </>
  );
}

interface AskProps {
  url: string;
  item: KeyListItem;
  onClose: () => void;
}

function Replace({ url, item, onMade, onClose }: AskProps & { onMade: (key: string, name: string) => void }) {
  const [refused, setRefused] = useState<string | null>(null);
  const replace = async () => {
    const sent = await sendJson<MadeKey>("POST", `${url}/${item.keyId}/replace`, {});
    if (sent.ok) onMade(sent.data.key, item.name);
    else setRefused(sent.message);
  };
  return (
    <Confirm open title={`Replace “${item.name}”?`} action="Replace" onConfirm={replace} onClose={onClose}>
      A new key with the same name and origins is made, and this one stops working at once.
      {refused && (
        <Notice tone="bad" className="mt-3">
          {refused}
        </Notice>
      )}
    </Confirm>
  );
}

function Revoke({ url, item, onDone, onClose }: AskProps & { onDone: () => void }) {
  const [refused, setRefused] = useState<string | null>(null);
  const revoke = async () => {
    const sent = await sendJson("DELETE", `${url}/${item.keyId}`);
    if (sent.ok) onDone();
    else setRefused(sent.message);
  };
  return (
    <Confirm open title={`Revoke “${item.name}”?`} action="Revoke" onConfirm={revoke} onClose={onClose}>
      Whatever uses it is refused from now on. This cannot be taken back.
      {refused && (
        <Notice tone="bad" className="mt-3">
          {refused}
        </Notice>
      )}
    </Confirm>
  );
}
