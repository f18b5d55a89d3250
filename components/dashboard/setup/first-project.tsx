import type { ShellProps } from "../shell/shell-props.ts";
import { UserBar } from "../shell/user-bar.tsx";
import { NewProject } from "./new-project.tsx";
import { SampleLoader } from "./sample-loader.tsx";

/** What a reader finds who has no project: none yet, or none any more. */
export function FirstProject({ user, theme }: Pick<ShellProps, "user" | "theme">) {
  return (
    <div className="space-y-5">
      <p className="text-faint text-sm">
        You are in no project. Create one, or ask an owner to add you to theirs.
      </p>
      <NewProject />
      <section className="space-y-2 border-line border-t pt-4">
        <h2 className="font-semibold text-sm">Or look around first</h2>
        <SampleLoader />
      </section>
      <UserBar user={user} theme={theme} />
    </div>
  );
}
