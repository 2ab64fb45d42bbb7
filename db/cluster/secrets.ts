import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { webRole } from "../roles";
import type { Binaries } from "./binaries";
import { localUrl, owner } from "./connection";
import { asServer, type ServerUser } from "./user";

/** The passwords of a cluster's two roles. They lie in its own folder, so they go where it goes: into a backup, and back. */
export type Secrets = { owner: string; web: string };

type Cluster = { dataDir: string; user: ServerUser | null; binaries: Binaries };

const secretsFile = (dataDir: string) => join(dataDir, "backplane.secrets.json");

/** The passwords of that cluster; null for one that still asks for none. */
export async function readSecrets(dataDir: string): Promise<Secrets | null> {
  const text = await readFile(secretsFile(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? null : JSON.parse(text);
}

/** Has a cluster that is not running ask for passwords from its next start on; false when somebody else has just started it. */
export async function secureStopped({ dataDir, user, binaries }: Cluster): Promise<boolean> {
  const secrets = makeSecrets();
  // On its standard input: everyone on the machine can read a command's arguments.
  const result = spawnSync(
    binaries.postgres,
    ["--single", "-D", dataDir, "-c", "exit_on_error=on", "postgres"],
    {
      ...asServer(user),
      input: `${statements(secrets).join("\n")}\n`,
      encoding: "utf8",
    },
  );
  if (result.status !== 0) {
    const said = `${result.error?.message ?? ""}${result.stderr ?? ""}`;
    if (/lock file .* already exists/.test(said)) return false;
    throw new Error(`The database in ${dataDir} cannot be given a password:\n${without(secrets, said)}`);
  }
  await demand(dataDir, user, secrets);
  return true;
}

/** The same for a server that is running and asks for none yet; it asks from then on. */
export async function secureRunning(dataDir: string, user: ServerUser | null, port: number): Promise<void> {
  const secrets = makeSecrets();
  const sql = postgres(localUrl(port, "postgres"), { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    for (const statement of statements(secrets)) await sql.unsafe(statement);
    await demand(dataDir, user, secrets);
    await sql`select pg_reload_conf()`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const makeSecrets = (): Secrets => {
  const password = () => randomBytes(24).toString("base64url");
  return { owner: password(), web: password() };
};

/** Each in one line, as the server takes them in its single-user mode. */
const statements = (secrets: Secrets) => [
  "set password_encryption = 'scram-sha-256'",
  `do $$ begin if not exists (select from pg_roles where rolname = '${webRole}') then create role ${webRole} login; end if; end $$`,
  `alter role ${webRole} password '${secrets.web}'`,
  `alter role ${owner} password '${secrets.owner}'`,
];

/** The rule first: were it missing, whoever found the passwords in their file would believe that they are asked for. */
async function demand(dataDir: string, user: ServerUser | null, secrets: Secrets) {
  const rule = (address: string) => `host all all ${address} scram-sha-256`;
  await replace(
    join(dataDir, "pg_hba.conf"),
    `# Written by Backplane. Everyone is asked for a password.\n${rule("127.0.0.1/32")}\n${rule("::1/128")}\n`,
    user,
  );
  await replace(secretsFile(dataDir), JSON.stringify(secrets), user);
}

async function replace(file: string, text: string, user: ServerUser | null) {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  if (user) await chown(draft, user.uid, user.gid);
  await rename(draft, file);
}

const without = (secrets: Secrets, text: string) =>
  text.replaceAll(secrets.owner, "…").replaceAll(secrets.web, "…").trim();
