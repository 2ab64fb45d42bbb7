// Compiles the board's kernels from AssemblyScript (lib/board/assembly/kernels.ts) to WebAssembly where that was not done.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const source = join("lib", "board", "assembly", "kernels.ts");
const folder = "build";
const file = join(folder, "board.wasm");
const options = ["--runtime", "stub", "-O3", "--noAssert", "--noExportMemory"];
/** The memory is a board's own, and grows without moving what is in it. 65,536 pages are all that there can be. */
const memory = ["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"];
const features = ["--enable", "simd", "--enable", "threads"];

/** Writes build/board.wasm, unless it was made of these very sources and is whole. Throws an Error with what the compiler said. */
export async function compileKernels() {
  const stamp = sha256(readFileSync(source), compilerVersion(), ...options, ...memory, ...features);
  if (isMadeOf(stamp)) return;
  const { default: asc } = await import("assemblyscript/asc");
  let compiled;
  const { error, stderr } = await asc.main(
    ["kernels.ts", "--outFile", "board.wasm", ...options, ...memory, ...features],
    {
      readFile: (name) => (name === "kernels.ts" ? readFileSync(source, "utf8") : null),
      writeFile: (_, content) => {
        compiled = content;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${source} could not be compiled: ${error.message}\n${stderr}`);
  mkdirSync(folder, { recursive: true });
  // Another command may do the same at this moment, or read the file.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, withHashes(compiled, stamp));
  renameSync(own, file);
}

/** A section that no machine reads, behind the code: what it was made of, and the SHA-256 of all before that (lib/board/simd.ts). */
function withHashes(compiled, stamp) {
  const name = Buffer.from("hashes");
  const head = Buffer.from([0, 1 + name.length + 64, name.length]);
  const whole = Buffer.concat([compiled, head, name, stamp]);
  return Buffer.concat([whole, sha256(whole)]);
}

function isMadeOf(stamp) {
  if (!existsSync(file)) return false;
  const bytes = readFileSync(file);
  return bytes.subarray(-64, -32).equals(stamp) && sha256(bytes.subarray(0, -32)).equals(bytes.subarray(-32));
}

const compilerVersion = () => createRequire(import.meta.url)("assemblyscript/package.json").version;

function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
