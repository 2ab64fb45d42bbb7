import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { classGroups: { "font-size": [{ text: ["xs", "sm", "base", "md", "lg", "xl", "2xl", "3xl"] }] } },
});

/**
 * Joins class names; of two that set the same thing the later wins. For server components: it weighs 8 KB in the
 * browser, so buttons and fields, which also run there, join theirs with clsx.
 */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
