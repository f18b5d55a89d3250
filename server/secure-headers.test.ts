import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

/** The headers of every response if the app is served at this URL. */
async function headersAt(publicUrl: string): Promise<Record<string, string>> {
  vi.stubEnv("PUBLIC_URL", publicUrl);
  vi.resetModules();
  return (await import("./secure-headers.ts")).baseHeaders();
}

it("makes browsers stay on https if people open the app by https, and only then", async () => {
  const hsts = "strict-transport-security";
  expect((await headersAt("https://w.example"))[hsts]).toBe("max-age=63072000");
  for (const address of ["http://w.example", ""]) expect(await headersAt(address)).not.toHaveProperty(hsts);
});
