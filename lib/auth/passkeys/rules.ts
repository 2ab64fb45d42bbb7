/** How many passkeys a person may have. */
export const mostPasskeys = 10;
/** How long a device has to sign what we ask it to. */
export const challengeMinutes = 5;

/**
 * Whether a passkey that was used `stored` times may now say that it was used `told` times. One that was copied falls behind; those
 * that do not count always say 0.
 */
export const isCountingOn = (stored: number, told: number) => (stored === 0 && told === 0) || told > stored;
