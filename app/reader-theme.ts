import { cookies } from "next/headers";

/** The theme that the reader chose; "system" when they chose none. */
export async function readerTheme(): Promise<"system" | "light" | "dark"> {
  const theme = (await cookies()).get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : "system";
}
