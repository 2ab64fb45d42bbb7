import type { z } from "zod";
import type { KeyScope } from "@/lib/companies/lists";

/** One thing that the API does, for its document and its page. */
export type Operation = {
  id: string;
  method: "get" | "post" | "put" | "delete";
  path: string;
  summary: string;
  parameters: {
    name: string;
    in: "query" | "path";
    description: string;
    required?: boolean;
    schema: unknown;
  }[];
  body?: z.ZodType;
  answer: z.ZodType;
  /** The type of the answer; JSON without it. */
  media?: string;
  /** What a key must be allowed to do; absent where none is needed. */
  scope?: KeyScope;
  /** Whether it answers 201 for what is new. */
  creates?: boolean;
  /** A request to copy: what stands behind the path, or the body; and an answer. */
  example: { path: string; body?: unknown; answer: unknown };
  refusals: Record<number, string>;
};
