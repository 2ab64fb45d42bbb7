import { dataFolder } from "./data-folder";
import { Product } from "./product";
import { complain } from "./progress";

/** From whatever state the data folder is in to the running product, until a signal ends it. */
export async function up({ isDev }: { isDev: boolean }): Promise<void> {
  const product = new Product(dataFolder(), isDev);
  const end = async (code: number) => {
    await product.stop();
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
