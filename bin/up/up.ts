import { dataFolder, keepPrivate } from "./data-folder";
import { Product } from "./product";
import { complain, say, withDeadline } from "./progress";

/** Web and worker, then the database, with what each of them is given to end. */
const STOP_MS = 15_000;

/** From whatever state the data folder is in to the running product, until a signal ends it. */
export async function up({ isDev }: { isDev: boolean }): Promise<void> {
  const folder = dataFolder();
  keepPrivate(folder);
  const product = new Product(folder, isDev);
  const end = async (code: number) => {
    // What cannot be stopped in order is on its leash, and ends with us.
    await withDeadline(STOP_MS, () => product.stop()).catch(() =>
      say("! some processes could not be stopped cleanly"),
    );
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  try {
    await product.start();
    await product.keep();
  } catch (error) {
    // Parts of a start fail when a signal takes them down; that needs no words.
    if (!product.isStopping) {
      complain(error);
      await end(1);
    }
  }
}
