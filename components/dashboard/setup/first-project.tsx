import type { ShellProps } from "../shell/shell-props.ts";
import { UserBar } from "../shell/user-bar.tsx";
import { NewProject } from "./new-project.tsx";
import { SampleLoader } from "./sample-loader.tsx";

/** What a reader finds who has no project: none yet, or none any more. */
export function FirstProject({ user, theme }: Pick<ShellProps, "user" | "theme">) {
  return (
    <div className="space-y-5">
      <p className="text-faint text-sm">
        You are not a member of any project yet. Create one, or ask an owner to add you.
      </p>
      <NewProject />
      <section className="space-y-2 border-line border-t pt-4">
        <h2 className="font-semibold text-sm">Or explore sample data first</h2>
        <SampleLoader />
      </section>
      <UserBar user={user} theme={theme} />
    </div>
  );
}
