/** What programs look for at fixed addresses, and we do not have. */
export const GET = () => new Response("There is no such file.", { status: 404 });
