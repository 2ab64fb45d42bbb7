import { say } from "../up/progress";

const barLength = 24;
const drawEvery = 100;
const megabyte = 1_000_000;

/**
 * How far a long import is, in one line of standard error that is drawn over itself; nothing where that is no terminal. What else is said
 * goes above it.
 */
export class Bar {
  private readonly isShown = process.stderr.isTTY === true && !process.env.CI;
  private readonly began = performance.now();
  private drawnAt = -drawEvery;
  private done = 0;

  constructor(private readonly total: number) {}

  /** The bytes, counted as they pass. */
  async *counting(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      this.done += piece.length;
      yield piece;
    }
  }

  draw(counts: { read: number; refused: number }) {
    const now = performance.now();
    if (!this.isShown || now - this.drawnAt < drawEvery) return;
    this.drawnAt = now;
    process.stderr.write(`\r\x1b[K${this.line(counts, (now - this.began) / 1000)}`);
  }

  say(line: string) {
    this.clear();
    say(line);
  }

  clear() {
    if (!this.isShown || this.drawnAt < 0) return;
    process.stderr.write("\r\x1b[K");
    this.drawnAt = -drawEvery;
  }

  private line({ read, refused }: { read: number; refused: number }, seconds: number): string {
    const share = this.total > 0 ? Math.min(1, this.done / this.total) : 1;
    const filled = Math.round(share * barLength);
    const bar = "█".repeat(filled) + "░".repeat(barLength - filled);
    const size = (bytes: number) => (bytes / megabyte).toFixed(1);
    return (
      `${bar} ${Math.floor(share * 100)} %  ${size(this.done)} of ${size(this.total)} MB, ` +
      `${Math.round(read / Math.max(seconds, 0.001))} a second, ${read} read, ${refused} refused`
    );
  }
}
