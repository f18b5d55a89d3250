"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
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
  const { busy, refused, submit } = useSubmit(
    (form) => sendJson("PATCH", url, { name: form.get("name") }),
    () => router.refresh(),
  );
  const error = refused ? (refused.fields.name ?? refused.message) : undefined;
  return (
    <form onSubmit={submit} aria-label="Rename project">
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
  const { busy, refused, submit } = useSubmit(
    () => sendJson("DELETE", url, { name: typed.trim() }),
    // A whole new page: nothing of the project stays in memory.
    () => {
      window.location.assign("/");
      return "leaves";
    },
  );
  return (
    <form onSubmit={submit} className="space-y-4">
      <p className="text-soft text-sm">
        Its keys stop working immediately, and all of its interactions, feedback, metrics and settings are
        deleted. This cannot be undone.
      </p>
      {refused && <Notice tone="bad">{refused.fields.name ?? refused.message}</Notice>}
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
