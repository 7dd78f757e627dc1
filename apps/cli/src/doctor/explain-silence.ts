import type { Environment } from "../context.ts";

/** Why there was no answer, and what to do. */
export interface Silence {
  readonly message: string;
  readonly hint: string;
}

const certificateHint =
  "Where a proxy shows a certificate of its own, name its authority: NODE_EXTRA_CA_CERTS=/path/to/authority.pem.";
const networkHint = "Check the network, and whether a firewall lets this machine reach it on port 443.";

/** What Node calls the reasons: error codes of libuv, of OpenSSL's certificate checks, and of undici, which is behind its fetch. */
const reasons: Readonly<Record<string, Silence>> = {
  ENOTFOUND: { message: "DNS knows no such host", hint: "Check the name, and this machine's DNS." },
  EAI_AGAIN: { message: "DNS did not answer", hint: "Check this machine's network and DNS." },
  ECONNREFUSED: { message: "the connection was refused", hint: networkHint },
  ECONNRESET: { message: "the connection was cut off", hint: networkHint },
  EHOSTUNREACH: { message: "there is no way to the host", hint: networkHint },
  ENETUNREACH: { message: "there is no way to its network", hint: networkHint },
  ETIMEDOUT: { message: "nobody took the connection in time", hint: networkHint },
  UND_ERR_CONNECT_TIMEOUT: { message: "nobody took the connection in time", hint: networkHint },
  UND_ERR_SOCKET: { message: "the connection was cut off", hint: networkHint },
  CERT_HAS_EXPIRED: {
    message: "TLS: its certificate has expired",
    hint: "Check this machine's clock first; then whoever runs the host.",
  },
  CERT_NOT_YET_VALID: { message: "TLS: its certificate is not valid yet", hint: "Check this machine's clock." },
  DEPTH_ZERO_SELF_SIGNED_CERT: { message: "TLS: its certificate is signed by nobody else", hint: certificateHint },
  SELF_SIGNED_CERT_IN_CHAIN: { message: "TLS: its certificate is of an unknown authority", hint: certificateHint },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    message: "TLS: its certificate is of an unknown authority",
    hint: certificateHint,
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    message: "TLS: its certificate is of an unknown authority",
    hint: certificateHint,
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    message: "TLS: its certificate is for another host",
    hint: "Check the host; something may answer in its place.",
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    message: "TLS: it does not speak TLS on that port",
    hint: "Check host and port.",
  },
  EPROTO: { message: "TLS: no common way to talk was found", hint: "Check host and port." },
};

/** Says why no answer came, by what is behind an error; what nobody knows is given in Node's own words. */
export function explainSilence(error: Error, { host, protocol }: URL, environment: Environment): Silence {
  const causes = [...causesOf(error)];
  const known = causes.flatMap(({ code }) => (code === undefined ? [] : (reasons[code] ?? [])))[0];
  const last = causes.at(-1);
  const { message, hint } = known ?? {
    message: last === undefined ? "no reason was given" : [last.message, last.code].filter(Boolean).join(", "),
    hint: networkHint,
  };
  const proxy = protocol === "https:" ? describeProxy(environment) : undefined;
  return { message: `${host}: ${message}`, hint: proxy === undefined ? hint : `${proxy} ${hint}` };
}

/** Values of these variables stay untold: they may hold a password. */
function describeProxy(environment: Environment): string | undefined {
  const name = ["HTTPS_PROXY", "https_proxy"].find((variable) => environment[variable]);
  if (name === undefined) return undefined;
  return environment["NODE_USE_ENV_PROXY"] === "1"
    ? `The way leads over the proxy in ${name}; check that it is right, with user and password where it wants them.`
    : `${name} is set, but Node uses it only with NODE_USE_ENV_PROXY=1 (from Node 24 on).`;
}

function* causesOf(error: Error): Generator<{ readonly message: string; readonly code?: string | undefined }> {
  let cause = error.cause;
  for (let depth = 0; cause instanceof Error && depth < 8; depth++) {
    const { message } = cause;
    yield "code" in cause && typeof cause.code === "string" ? { message, code: cause.code } : { message };
    cause = cause.cause;
  }
}
