"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ThemeToggle } from "#components/ui/theme-toggle.tsx";

interface UserBarProps {
  user: { name: string; email: string };
  theme: "system" | "light" | "dark";
}

/** Who is signed in, the theme, and the way out. */
export function UserBar({ user, theme }: UserBarProps) {
  const [failed, setFailed] = useState(false);
  const signOut = async () => {
    const sent = await sendJson("POST", "/api/auth/sign-out", {});
    // A whole new page, so that nothing of the old reader stays in memory.
    if (sent.ok) window.location.assign("/sign-in");
    else setFailed(true);
  };
  return (
    <div className="flex items-center gap-1 border-line border-t pt-3">
      <div className="min-w-0 flex-1 pl-2">
        <p className="truncate font-medium text-sm">{user.name}</p>
        <p className="truncate text-faint text-xs" title={user.email}>
          {failed ? <span role="alert">Could not sign out. Try again.</span> : user.email}
        </p>
      </div>
      <ThemeToggle initial={theme} />
      <IconButton label="Sign out" icon={<LogOut aria-hidden className="size-4" />} onClick={signOut} />
    </div>
  );
}
