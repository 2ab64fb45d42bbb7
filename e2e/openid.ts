import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Who somebody is at an OpenID server, and what it says of their address. */
export type OpenIdPerson = { sub: string; email: string; email_verified: boolean };

/**
 * A small OpenID server on this machine, which asks nobody anything: everyone who comes is `person` of that moment. It refuses a code that comes
 * twice, and one whose browser is not the one that asked (PKCE).
 */
export async function startOpenId() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const asked = new Map<string, { nonce: string; challenge: string; client: string }>();
  const state: { person: OpenIdPerson } = { person: { sub: "", email: "", email_verified: false } };
  let issuer = "";

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  function idToken(nonce: string, client: string) {
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...state.person, iss: issuer, aud: client, nonce, iat: now, exp: now + 300 };
    const signed = `${part({ alg: "RS256", kid: "1", typ: "JWT" })}.${part(claims)}`;
    return `${signed}.${createSign("sha256").update(signed).sign(privateKey).toString("base64url")}`;
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const json = (body: object, status = 200) => {
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    };
    if (url.pathname === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === "/keys")
      return json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize") {
      const given = (name: string) => url.searchParams.get(name) ?? "";
      const code = randomUUID();
      asked.set(code, {
        nonce: given("nonce"),
        challenge: given("code_challenge"),
        client: given("client_id"),
      });
      const back = new URL(given("redirect_uri"));
      back.searchParams.set("code", code);
      back.searchParams.set("state", given("state"));
      return response.writeHead(302, { Location: back.href }).end();
    }
    if (url.pathname !== "/token") return json({ error: "not_found" }, 404);
    let body = "";
    for await (const chunk of request) body += chunk;
    const sent = new URLSearchParams(body);
    const code = sent.get("code") ?? "";
    const found = asked.get(code);
    asked.delete(code);
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    if (!found || found.challenge !== challenge) return json({ error: "invalid_grant" }, 400);
    json({
      access_token: "unused",
      token_type: "bearer",
      expires_in: 300,
      id_token: idToken(found.nonce, found.client),
    });
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** Who comes next. */
    setPerson: (person: OpenIdPerson) => {
      state.person = person;
    },
    stop: () => server.close(),
  };
}
