import type { ReactNode } from "react";

/** Panels below each other at the distance of the house. */
export const Stack = ({ children }: { children: ReactNode }) => <div className="space-y-4">{children}</div>;
