import { createServer } from "node:net";

/** The first port from there on that nobody listens on; 0 lets the system choose. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port++) {
    const found = await tryPort(port);
    if (found) return found;
  }
  return tryPort(0);
}

function tryPort(port: number): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(0));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
