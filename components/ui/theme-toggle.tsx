"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./icon-button.tsx";

/** What the reader may choose; "system" keeps no cookie. */
type Theme = "system" | "light" | "dark";

const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const words: Record<Theme, string> = { system: "system", light: "light", dark: "dark" };
const icons = { system: Monitor, light: Sun, dark: Moon };

/** Goes round system, light and dark; kept in a cookie for the server's next render. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];
  const change = () => {
    const chosen = next[theme];
    setTheme(chosen);
    keep(chosen);
  };
  return (
    <IconButton
      label={`Theme: ${words[theme]}. Switch to ${words[next[theme]]}`}
      icon={<Icon aria-hidden className="size-4" />}
      onClick={change}
    />
  );
}

function keep(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === "system" ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
}
