import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "md" | "sm";

const looks: Record<ButtonLook, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
  secondary: "border-control bg-paper text-ink hover:border-ink hover:bg-raised",
  quiet:
    "border-transparent text-accent underline decoration-1 underline-offset-4 hover:bg-raised max-sm:px-0",
  danger: "border-bad bg-paper text-bad hover:bg-bad-soft",
};

const sizes: Record<ButtonSize, string> = {
  md: "min-h-11 px-4 text-base",
  sm: "min-h-9 px-3 text-sm",
};

/** The classes of a button, for the rare element that must look like one. */
export function buttonClass(
  look: ButtonLook = "secondary",
  size: ButtonSize = "md",
  className?: string,
): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded border font-medium disabled:opacity-55",
    "aria-disabled:opacity-55",
    looks[look],
    sizes[size],
    className,
  );
}

type Common = { look?: ButtonLook; size?: ButtonSize; className?: string; children: ReactNode };

/** A button that acts. Main actions are `primary` (one a view) at size `md`, 44 px high. */
export function Button({
  look,
  size,
  className,
  type = "button",
  ...rest
}: Common & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={buttonClass(look, size, className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look, size, className, ...rest }: Common & { href: string; rel?: string }) {
  return <a className={buttonClass(look, size, className)} {...rest} />;
}
