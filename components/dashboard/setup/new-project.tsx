"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { bothKeys } from "./both-keys.ts";
import type { NewProjectKeys } from "./made-project.ts";
import { NewKeys } from "./new-keys.tsx";

/** Makes a project and shows its keys, once. */
export function NewProject() {
  const [made, setMade] = useState<NewProjectKeys | null>(null);
  const { busy, refused, submit } = useSubmit(
    (form) => sendJson<NewProjectKeys>("POST", "/api/projects", { name: form.get("name") }),
    setMade,
  );
  if (made)
    return (
      <div className="space-y-4">
        <NewKeys keys={bothKeys(made)} />
        {/* A whole new page, so that every list of projects has it. */}
        <Button
          tone="primary"
          className="w-full"
          onClick={() => window.location.assign(`/${made.project_slug}`)}
        >
          Open project
        </Button>
      </div>
    );
  return (
    <form onSubmit={submit} className="space-y-4">
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <Field
        label="Name"
        name="name"
        required
        maxLength={128}
        autoComplete="off"
        hint="Usually one AI product."
        error={refused?.fields.name}
      />
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Create project
      </Button>
    </form>
  );
}
