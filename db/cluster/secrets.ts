import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { webRole } from "../roles";
import type { Place } from "./binaries";
import { owner } from "./connection";
import { asServer, type ServerUser } from "./user";

/** The passwords of a cluster's two roles. They lie in its own folder, so they go where it goes: into a backup, and back. */
export type Secrets = { owner: string; web: string };

const secretsFile = (dataDir: string) => join(dataDir, "backplane.secrets.json");
const rulesFile = (dataDir: string) => join(dataDir, "pg_hba.conf");
const rules = `# Written by Backplane. Everyone is asked for a password.
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
`;

/** The passwords of that cluster; null for one from the time before there were any. */
export async function readSecrets(dataDir: string): Promise<Secrets | null> {
  const text = await readFile(secretsFile(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? null : JSON.parse(text);
}

/** Whether the cluster asks everyone for a password. */
export async function isSecured(dataDir: string): Promise<boolean> {
  return (await readFile(rulesFile(dataDir), "utf8").catch(() => "")) === rules;
}

/** Has a cluster that is not running ask for passwords from its next start on; false when somebody else is starting it. */
export async function secureStopped({ dataDir, user, binaries }: Place): Promise<boolean> {
  const secrets = await decideSecrets(dataDir, user);
  // On its standard input: everyone on the machine can read a command's arguments.
  const result = spawnSync(
    binaries.postgres,
    ["--single", "-D", dataDir, "-c", "exit_on_error=on", "postgres"],
    { ...asServer(user), input: `${statements(secrets).join("\n")}\n`, encoding: "utf8", timeout: 60_000 },
  );
  if (result.status !== 0) {
    const said = `${result.error?.message ?? ""}${result.stderr ?? ""}`;
    if (/lock file .* already exists/.test(said)) return false;
    throw new Error(`The database in ${dataDir} cannot be given a password:\n${without(secrets, said)}`);
  }
  await writeOwned(rulesFile(dataDir), rules, user, rename);
  return true;
}

/** Made once, whoever is first: of two starts at once both give the cluster the same passwords. */
async function decideSecrets(dataDir: string, user: ServerUser | null): Promise<Secrets> {
  const password = () => randomBytes(24).toString("base64url");
  const made: Secrets = { owner: password(), web: password() };
  await writeOwned(secretsFile(dataDir), JSON.stringify(made), user, link).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return (await readSecrets(dataDir)) ?? made;
}

/** Each in one line, as the server takes them in its single-user mode. */
const statements = (secrets: Secrets) => [
  "set password_encryption = 'scram-sha-256'",
  `do $$ begin if not exists (select from pg_roles where rolname = '${webRole}') then create role ${webRole} login; end if; end $$`,
  `alter role ${webRole} password '${secrets.web}'`,
  `alter role ${owner} password '${secrets.owner}'`,
];

/** Whole before it gets its name, and its reader's alone from the first byte. */
async function writeOwned(
  file: string,
  text: string,
  user: ServerUser | null,
  name: (from: string, to: string) => Promise<void>,
) {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    if (user) await chown(draft, user.uid, user.gid);
    await name(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

const without = (secrets: Secrets, text: string) =>
  text.replaceAll(secrets.owner, "…").replaceAll(secrets.web, "…").trim();
