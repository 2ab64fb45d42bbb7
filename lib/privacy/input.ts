import { z } from "zod";
import { Email } from "@/lib/auth/input";

export const AskForDeletion = z.strictObject({ email: Email });
export type AskForDeletion = z.output<typeof AskForDeletion>;
