"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Channel } from "#lib/act/notifications/index.ts";
import { Confirm } from "../shell/confirm.tsx";
import { ChannelForm, type MadeChannel } from "./channel-form.tsx";

/** What the reader is doing with a channel. */
export type ChannelTask =
  | { do: "create" }
  | { do: "shown"; secret: string; name: string }
  | { do: "edit" | "rotate" | "delete"; channel: Channel };

interface ChannelDialogsProps {
  /** Where channels are managed. */
  url: string;
  mayMail: boolean;
  task: ChannelTask | null;
  onTask: (task: ChannelTask | null) => void;
}

/** The dialogs of the channel list; each ends with the list drawn anew. */
export function ChannelDialogs({ url, mayMail, task, onTask }: ChannelDialogsProps) {
  const router = useRouter();
  const close = () => onTask(null);
  const done = (secret: string | null, name: string) => {
    onTask(secret ? { do: "shown", secret, name } : null);
    router.refresh();
  };
  const form = { url, mayMail, onDone: ({ secret, name }: MadeChannel) => done(secret ?? null, name) };
  return (
    <>
      <Dialog open={task?.do === "create"} onClose={close} title="New channel">
        <ChannelForm {...form} channel={null} />
      </Dialog>
      <Dialog open={task?.do === "edit"} onClose={close} title="Edit channel">
        {task?.do === "edit" && <ChannelForm {...form} channel={task.channel} />}
      </Dialog>
      <Dialog open={task?.do === "shown"} onClose={close} title="Signing secret">
        {task?.do === "shown" && <Secret secret={task.secret} name={task.name} />}
      </Dialog>
      {task?.do === "rotate" && <Rotate url={url} channel={task.channel} onDone={done} onClose={close} />}
      {task?.do === "delete" && <Delete url={url} channel={task.channel} onDone={done} onClose={close} />}
    </>
  );
}

function Secret({ secret, name }: { secret: string; name: string }) {
  return (
    <div className="space-y-3">
      <Notice tone="warn">Copy this secret now. It is kept encrypted and cannot be shown again.</Notice>
      <div className="flex items-end justify-between gap-3">
        <p className="min-w-0 wrap-anywhere font-medium text-sm">{name}</p>
        <CopyButton text={secret} what="signing secret" />
      </div>
      <code className="block select-all break-all rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs">
        {secret}
      </code>
    </div>
  );
}

interface AskProps {
  url: string;
  channel: Channel;
  onDone: (secret: string | null, name: string) => void;
  onClose: () => void;
}

function Rotate({ url, channel, onDone, onClose }: AskProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const rotate = async () => {
    const sent = await sendJson<{ secret: string }>("POST", `${url}/${channel.channelId}/secret`);
    if (sent.ok) onDone(sent.data.secret, channel.name);
    else setRefused(sent.message);
  };
  return (
    <Confirm
      open
      title={`New secret for “${channel.name}”?`}
      action="Replace secret"
      onConfirm={rotate}
      onClose={onClose}
    >
      For 24 hours messages are signed with both secrets, so that your receiver can change over. Then the old
      one is gone.
      {refused && (
        <Notice tone="bad" className="mt-3">
          {refused}
        </Notice>
      )}
    </Confirm>
  );
}

function Delete({ url, channel, onDone, onClose }: AskProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const remove = async () => {
    const sent = await sendJson("DELETE", `${url}/${channel.channelId}`);
    if (sent.ok) onDone(null, channel.name);
    else setRefused(sent.message);
  };
  return (
    <Confirm
      open
      title={`Delete “${channel.name}”?`}
      action="Delete channel"
      onConfirm={remove}
      onClose={onClose}
    >
      What is still to be sent over it is not sent, and its deliveries are deleted. This cannot be undone.
      {refused && (
        <Notice tone="bad" className="mt-3">
          {refused}
        </Notice>
      )}
    </Confirm>
  );
}
