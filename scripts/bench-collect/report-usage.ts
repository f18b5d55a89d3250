// Loaded into each measured server before its own code: answers its parent's questions about memory and processor
// time, and ends the server when the parent is gone.
process.on("message", (question) => {
  if (question !== "usage") return;
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const peakRss = process.resourceUsage().maxRSS * 1_024;
  process.send?.({ rss, peakRss, heapUsed, cpuMs: (user + system) / 1_000 });
});
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
