import { connect } from "node:net";

/** So many bytes in one piece of the conversation. */
const piece = 64 * 1024;
/** How long the scanner may take for one file, in milliseconds. */
export const longestScan = 30_000;

/**
 * Asks a clamd at `url` (tcp://host:port) by its command INSTREAM whether a file is clean. Throws where the scanner cannot be reached, takes
 * longer than `patienceMs`, or says that it could not scan the file: then nothing is known about it.
 */
export async function scan(
  url: string,
  bytes: Uint8Array,
  patienceMs = longestScan,
): Promise<"clean" | "unsafe"> {
  const said = await ask(url, bytes, patienceMs);
  if (/^stream: OK$/.test(said)) return "clean";
  if (/^stream: .+ FOUND$/.test(said)) return "unsafe";
  throw new Error(`The scanner could not scan a file: ${said.slice(0, 200)}`);
}

function ask(url: string, bytes: Uint8Array, patienceMs: number): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) });
    const fail = (error: Error) => {
      clearTimeout(late);
      socket.destroy();
      reject(error);
    };
    const late = setTimeout(() => fail(new Error("The scanner did not answer in time.")), patienceMs);
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("error", fail);
    socket.on("data", (words: string) => {
      answer += words;
    });
    socket.on("close", () => {
      clearTimeout(late);
      // Its answer ends with the character 0.
      if (answer.endsWith("\0")) resolve(answer.slice(0, -1).trim());
      else reject(new Error("The scanner closed the connection without an answer."));
    });
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += piece) {
        const part = bytes.subarray(at, at + piece);
        socket.write(lengthOf(part.length));
        socket.write(part);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(length: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(length);
  return written;
}
