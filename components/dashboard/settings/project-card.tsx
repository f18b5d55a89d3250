"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";

interface ProjectCardProps {
  project: { projectId: string; name: string; slug: string };
  mayManage: boolean;
}

/** The project's name, and its end. */
export function ProjectCard({ project, mayManage }: ProjectCardProps) {
  const [deleting, setDeleting] = useState(false);
  const url = `/api/projects/${project.projectId}`;
  return (
    <Card
      title="This project"
      actions={
        mayManage && (
          <Button size="small" tone="danger" onClick={() => setDeleting(true)}>
            Delete project
          </Button>
        )
      }
    >
      {mayManage ? (
        <RenameForm key={project.name} url={url} project={project} />
      ) : (
        <p className="text-faint text-sm">Only owners and admins can rename or delete this project.</p>
      )}
      <Dialog open={deleting} onClose={() => setDeleting(false)} title={`Delete “${project.name}”?`}>
        <DeleteForm url={url} name={project.name} />
      </Dialog>
    </Card>
  );
}

interface FormProps {
  url: string;
}

function RenameForm({ url, project }: FormProps & Pick<ProjectCardProps, "project">) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent<unknown> | null>(null);
  const rename = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name");
    setBusy(true);
    const answer = await sendJson("PATCH", url, { name });
    setBusy(false);
    setSent(answer);
    if (answer.ok) router.refresh();
  };
  const error = sent?.ok === false ? (sent.fields.name ?? sent.message) : undefined;
  return (
    <form onSubmit={rename} aria-label="Rename project">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <Field
          label="Project name"
          name="name"
          className="w-72 max-w-full"
          defaultValue={project.name}
          required
          maxLength={80}
          autoComplete="off"
          hint={`The URL stays /${project.slug}, so existing links keep working.`}
          error={error}
        />
        <Button type="submit" busy={busy} className="mt-[23px] h-9 pointer-coarse:h-11">
          Rename
        </Button>
      </div>
    </form>
  );
}

function DeleteForm({ url, name }: FormProps & { name: string }) {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const remove = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const sent = await sendJson("DELETE", url, { name: typed.trim() });
    // A whole new page: nothing of the project stays in memory.
    if (sent.ok) return window.location.assign("/");
    setBusy(false);
    setRefused(sent.fields.name ?? sent.message);
  };
  return (
    <form onSubmit={remove} className="space-y-4">
      <p className="text-soft text-sm">
        Its keys stop working immediately, and all of its interactions, feedback, metrics and settings are
        deleted. This cannot be undone.
      </p>
      {refused && <Notice tone="bad">{refused}</Notice>}
      <Field
        label={`Type “${name}” to confirm`}
        name="name"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button
        type="submit"
        tone="danger"
        className="w-full"
        busy={busy}
        disabled={typed.trim() !== name.trim()}
      >
        Delete project
      </Button>
    </form>
  );
}
