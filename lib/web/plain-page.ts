/** A page that needs nothing, for when the site itself cannot be drawn. `again` leads to the same address. */
export function plainPage(message: string, { again }: { again: boolean }): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${message}</title><body><main><h1>Backplane</h1><p>${message}</p>${again ? '<p><a href="">Try again</a></p>' : ""}</main>`;
}

/** What is said while the database is away. To someone who sent a form, how to send it again with what was typed. */
export const busyMessage = (method: string | undefined) =>
  method === "POST"
    ? "The service is busy, and nothing was saved. Reload this page to send it again, or go back: what you typed is still there."
    : "The service is busy. Nothing was lost. Try again in a moment.";
