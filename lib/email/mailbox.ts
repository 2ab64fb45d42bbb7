import { SMTPServer } from "smtp-server";
import { saveInMailbox } from "./commands";

/** The local mailbox of DEMO: a mail server on loopback that keeps what it is sent. Resolves when it listens. */
export function startMailbox(port: number): Promise<{ stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: 1_000_000,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase());
        saveInMailbox(recipients, raw).then(
          () => done(),
          (error) => done(error),
        );
      });
    },
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve({ stop: () => new Promise((stopped) => server.close(() => stopped())) });
    });
  });
}
