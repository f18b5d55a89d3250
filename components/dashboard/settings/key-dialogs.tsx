"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { KeyListItem } from "#lib/platform/api-keys/key-list.ts";
import type { NewKey } from "../setup/made-key.ts";
import { NewKeys } from "../setup/new-keys.tsx";
import { Confirm } from "../shell/confirm.tsx";
import { KeyForm } from "./key-form.tsx";
import { originLines } from "./origin-lines.ts";

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
          <NewKeys keys={[{ label: task.name, note: "Use it in place of the old key.", value: task.key }]} />
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
    const sent = await sendJson<NewKey>("POST", `${url}/${item.keyId}/replace`, {});
    if (sent.ok) onMade(sent.data.key, item.name);
    else setRefused(sent.message);
  };
  return (
    <Confirm
      open
      title={`Replace “${item.name}”?`}
      action="Replace key"
      onConfirm={replace}
      onClose={onClose}
    >
      Creates a new key with the same name and origins. The current key stops working immediately.
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
    <Confirm open title={`Revoke “${item.name}”?`} action="Revoke key" onConfirm={revoke} onClose={onClose}>
      All requests with this key will be rejected. This cannot be undone.
      {refused && (
        <Notice tone="bad" className="mt-3">
          {refused}
        </Notice>
      )}
    </Confirm>
  );
}

interface OriginsFormProps {
  url: string;
  item: KeyListItem;
  onDone: () => void;
}

/** Changes where a publishable key may be used from. */
function OriginsForm({ url, item, onDone }: OriginsFormProps) {
  const { busy, refused, submit } = useSubmit((form) => {
    const origins = originLines(String(form.get("origins")));
    return sendJson("PATCH", `${url}/${item.keyId}`, { allowed_origins: origins });
  }, onDone);
  return (
    <form onSubmit={submit} className="space-y-4">
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <TextAreaField
        label={`Allowed origins of “${item.name}”`}
        name="origins"
        rows={5}
        defaultValue={item.allowedOrigins.join("\n")}
        hint="One per line, such as https://app.example.com. Use *. for any subdomain and :* for any port."
        error={refused?.fields.allowed_origins}
      />
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Save
      </Button>
    </form>
  );
}
