import { isDisposableEmailDomain } from "disposable-email-domains-js";

/** Those of the domains, and of what they lie under, that give addresses to anybody for minutes; each once. */
export function disposableAmong(domains: readonly (string | null)[]): string[] {
  const found = domains.flatMap((domain) => {
    const labels = (domain ?? "").toLowerCase().split(".");
    const above = labels.slice(0, -1).map((_, i) => labels.slice(i).join("."));
    return above.find((one) => isDisposableEmailDomain(one)) ?? [];
  });
  return [...new Set(found)];
}
