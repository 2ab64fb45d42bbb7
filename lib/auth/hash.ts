import { createHash } from "node:crypto";

/** The fingerprint under which a secret of a browser is stored, in hex: who reads the table cannot use it. */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");
