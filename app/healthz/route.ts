/** That the process runs. */
export const GET = () => Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
