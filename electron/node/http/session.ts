import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The right to talk to this host: a one-time token in the printed address, exchanged for a cookie that pages can't read. */
export type HttpSession = {
  /** Query of the address to open, without "?". */
  readonly query: string;
  /** The Set-Cookie value for a right token, which is then spent; null for a wrong or spent one. */
  exchange(token: string): string | null;
  /** Whether a Cookie header holds the session. */
  holds(cookieHeader: string | undefined): boolean;
};

/** A session with fresh 256-bit secrets. Cookies are shared by all ports of a host name, so the port is in the cookie's name. */
export function createHttpSession(port: number): HttpSession {
  const cookieName = `ninefold-${port}`;
  const secret = randomBytes(32).toString('hex');
  const token = randomBytes(32).toString('hex');
  let spent = false;
  return {
    query: `token=${token}`,
    exchange: given => {
      if (!sameSecret(given, token) || spent) return null;
      spent = true;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    holds: header => cookieValues(header ?? '', cookieName).some(value => sameSecret(value, secret)),
  };
}

/** Compares in constant time, whatever the lengths. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function cookieValues(header: string, name: string): readonly string[] {
  return header
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${name}=`))
    .map(pair => pair.slice(name.length + 1));
}
