"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { type Refused, useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Channel } from "#lib/act/notifications/index.ts";
import {
  type ChannelKind,
  channelKinds,
  type NotificationKind,
  notificationKinds,
} from "#lib/domain/notification-kind.ts";
import { channelKindWords, notificationWords } from "./channel-words.ts";

/** A channel as the routes answer it. */
export interface MadeChannel {
  name: string;
  /** The secret of a new webhook, shown once. */
  secret?: string | null;
}

interface ChannelFormProps {
  url: string;
  /** The channel to change; null for a new one. */
  channel: Channel | null;
  mayMail: boolean;
  onDone: (made: MadeChannel) => void;
}

/** Makes a channel, or changes one: its name, what it tells of, and where it sends to. */
export function ChannelForm({ url, channel, mayMail, onDone }: ChannelFormProps) {
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? "webhook");
  const [kinds, setKinds] = useState<readonly NotificationKind[]>(channel?.kinds ?? notificationKinds);
  const { busy, refused, submit } = useSubmit((form) => {
    const body = { ...bodyOf(form, kind, channel !== null), kinds };
    return channel
      ? sendJson<MadeChannel>("PATCH", `${url}/${channel.channelId}`, body)
      : sendJson<MadeChannel>("POST", url, { ...body, kind });
  }, onDone);
  return (
    <form onSubmit={submit} className="space-y-4">
      {refused && <Notice tone="bad">{refused.fields.kind ?? refused.message}</Notice>}
      {!channel && (
        <SelectField
          label="Type"
          value={kind}
          onChange={(event) => setKind(event.target.value as ChannelKind)}
        >
          {channelKinds.map((each) => (
            <option key={each} value={each} disabled={each === "email" && !mayMail}>
              {channelKindWords[each]}
              {each === "email" && !mayMail && " (set SMTP_URL, MAIL_FROM and PUBLIC_URL to send mail)"}
            </option>
          ))}
        </SelectField>
      )}
      <Field
        label="Name"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={channel?.name ?? ""}
        error={refused?.fields.name}
      />
      <TargetFields kind={kind} channel={channel} refused={refused} />
      <KindChoice kinds={kinds} onChange={setKinds} />
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        {channel ? "Save" : "Create channel"}
      </Button>
    </form>
  );
}

/** What a form says, as the routes take it. A URL that was not entered stays as it is. */
function bodyOf(form: FormData, kind: ChannelKind, isChange: boolean) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const url = text("url");
  return {
    name: text("name"),
    ...(kind === "email"
      ? {
          recipients: text("recipients")
            .split(/[\s,;]+/)
            .filter(Boolean),
        }
      : {}),
    ...(kind === "template" ? { template: text("template") } : {}),
    ...(kind === "email" || (isChange && url === "") ? {} : { url }),
  };
}

const urlHints: Readonly<Record<Exclude<ChannelKind, "email">, string>> = {
  webhook: "Messages are signed (Standard Webhooks). The secret is shown once, after this.",
  slack: "The URL of an incoming webhook of a Slack app.",
  teams: "The URL of a workflow that posts to a channel when a webhook request is received.",
  template: "Receives the JSON below.",
};

const exampleTemplate = '{\n  "content": "{{title}}\\n{{text}}\\n{{url}}"\n}';

interface TargetFieldsProps {
  kind: ChannelKind;
  channel: Channel | null;
  refused: Refused | null;
}

/** Where a channel of this kind sends to. */
function TargetFields({ kind, channel, refused }: TargetFieldsProps) {
  if (kind === "email")
    return (
      <TextAreaField
        label="Addresses"
        name="recipients"
        rows={3}
        required
        defaultValue={channel?.recipients.map(({ email }) => email).join("\n") ?? ""}
        hint="One per line. Members get mail at once; others are asked by mail to confirm first."
        error={refused?.fields.recipients}
      />
    );
  return (
    <>
      <Field
        label="URL"
        name="url"
        type="url"
        required={!channel}
        autoComplete="off"
        spellCheck={false}
        placeholder={channel ? `https://${channel.config.host ?? ""}/…` : "https://"}
        hint={channel ? "Kept encrypted. Leave empty to keep it." : urlHints[kind]}
        error={refused?.fields.url}
      />
      {kind === "template" && (
        <TextAreaField
          label="Template"
          name="template"
          mono
          rows={6}
          required
          spellCheck={false}
          defaultValue={channel?.config.template ?? exampleTemplate}
          hint="JSON. {{title}}, {{text}}, {{url}}, {{kind}}, {{happened_at}}, {{notification_id}}, {{facts}} and {{data}} are filled in."
          error={refused?.fields.template}
        />
      )}
    </>
  );
}

interface KindChoiceProps {
  kinds: readonly NotificationKind[];
  onChange: (kinds: readonly NotificationKind[]) => void;
}

function KindChoice({ kinds, onChange }: KindChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-soft text-sm">Send when</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {notificationKinds.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onChange={(on) => onChange(on ? [...kinds, kind] : kinds.filter((each) => each !== kind))}
          >
            {notificationWords[kind]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
