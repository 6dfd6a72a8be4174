// One HTTP call, made once: no redirect is followed, and no more is read than an answer may have.

export interface Asking {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** No answer, or none that can be read. */
export interface Unheard {
  /** One word, fit for the log. */
  readonly fault: string;
  /** No connection was made, so nothing has been said yet. */
  readonly unsaid: boolean;
}

/** More than any answer to us has. */
const MOST = 256 * 1024;

/** Never throws. */
export async function request({ method, url, headers, body, timeoutMs }: Asking): Promise<Heard | Unheard> {
  try {
    const signal = AbortSignal.timeout(Math.max(Math.ceil(timeoutMs), 1));
    const answer = await fetch(url, { method, headers, redirect: 'manual', signal, ...(body === undefined ? {} : { body }) });
    const { status } = answer;
    // A refusal is one, whatever becomes of its words.
    const text = await textOf(answer).catch((error: unknown) => (answer.ok ? Promise.reject(error) : ''));
    return text === null ? { fault: 'too-long', unsaid: false } : { status, headers: answer.headers, text };
  } catch (error) {
    return unheard(error);
  }
}

/** `null` where it is too long to be meant for us. */
async function textOf({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > MOST) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function unheard(thrown: unknown): Unheard {
  const causes = rootsOf(thrown);
  const code = causes.map(codeOf).find((one) => one !== undefined);
  const late = causes.some(({ name }) => name === 'TimeoutError');
  return { fault: late ? 'timeout' : (code ?? 'broken'), unsaid: causes.length > 0 && causes.every(beforeSending) };
}

/** The innermost causes; several where several addresses of one host were tried. */
function rootsOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(rootsOf) : rootsOf(error.cause);
  return inner.length > 0 ? inner : [error];
}

function beforeSending(cause: Error): boolean {
  const { syscall } = cause as NodeJS.ErrnoException;
  return syscall === 'connect' || syscall === 'getaddrinfo' || CONNECTING.test(codeOf(cause) ?? '');
}

const CONNECTING = /^(UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function codeOf(cause: Error): string | undefined {
  const { code } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : undefined;
}
