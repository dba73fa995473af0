// Preloaded into portal and worker: when the launcher is gone, however it went, the channel to it closes and the process ends in order.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
