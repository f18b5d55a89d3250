"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";

interface ThemeActionsProps {
  /** Address of the theme's route. */
  url: string;
  title: string;
  /** Whether a person named it: then the title of its terms can be had back. */
  renamed: boolean;
  hidden: boolean;
}

/** Renames, hides or shows a theme. */
export function ThemeActions({ url, title, renamed, hidden }: ThemeActionsProps) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const hide = async () => {
    setBusy(true);
    const sent = await sendJson("PATCH", url, { hidden: !hidden });
    setBusy(false);
    setFailed(sent.ok ? null : sent.message);
    if (sent.ok) router.refresh();
  };
  return (
    <>
      {failed && <Notice tone="bad">{failed}</Notice>}
      <Button onClick={() => setAsked(true)}>Rename</Button>
      <Button busy={busy} onClick={hide}>
        {hidden ? "Show again" : "Hide"}
      </Button>
      <Dialog open={asked} title="Rename theme" onClose={() => setAsked(false)}>
        <RenameForm url={url} title={title} renamed={renamed} onClose={() => setAsked(false)} />
      </Dialog>
    </>
  );
}

interface RenameFormProps extends Pick<ThemeActionsProps, "url" | "title" | "renamed"> {
  onClose: () => void;
}

function RenameForm({ url, title, renamed, onClose }: RenameFormProps) {
  const router = useRouter();
  const done = () => {
    onClose();
    router.refresh();
  };
  const { busy, refused, submit } = useSubmit(
    (form) => sendJson("PATCH", url, { title: String(form.get("title") ?? "") }),
    done,
  );
  const reset = async () => {
    const sent = await sendJson("PATCH", url, { title: null });
    if (sent.ok) done();
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <Field
        label="Title"
        name="title"
        defaultValue={title}
        maxLength={80}
        hint="Stays as the theme goes on, whatever its words."
        error={refused?.fields.title}
      />
      {refused && !refused.fields.title && <Notice tone="bad">{refused.message}</Notice>}
      <div className="flex justify-end gap-2">
        {renamed && <Button onClick={reset}>Name it by its words</Button>}
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" tone="primary" busy={busy}>
          Rename
        </Button>
      </div>
    </form>
  );
}
