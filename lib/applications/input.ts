import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { applicationStates } from "./lists";

export const Apply = z.strictObject({
  postingId: z.uuid(),
  name: line(100, "Enter your name.").min(1, "Enter your name."),
  coverNote: paragraphs(5000).default(""),
});
export type Apply = z.output<typeof Apply>;

export const OwnApplication = z.strictObject({ id: z.uuid() });
export type OwnApplication = z.output<typeof OwnApplication>;

export const MoveApplication = z.strictObject({
  id: z.uuid(),
  /** The state that the mover saw: a move from any other is refused, so that two members do not undo each other. */
  from: z.enum(applicationStates),
  to: z.enum(applicationStates, { error: "Choose the next state." }),
  message: paragraphs(2000).default(""),
});
export type MoveApplication = z.output<typeof MoveApplication>;
