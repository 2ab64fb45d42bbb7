type GithubAddress = { email: string; primary?: boolean; verified?: boolean };

/** The address that GitHub's list says is the person's first, verified or not; null where the list is none. */
export function primaryOf(addresses: unknown): GithubAddress | null {
  if (!Array.isArray(addresses)) return null;
  return (addresses as GithubAddress[]).find(({ primary }) => primary === true) ?? null;
}
