// Loaded into each process that `up` starts, and not into those it starts itself: when `up` dies, even killed, it ends too.
if (process.env.BACKPLANE_LEASH && process.channel) {
  delete process.env.BACKPLANE_LEASH;
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 2_000).unref();
  });
  process.channel.unref();
}
