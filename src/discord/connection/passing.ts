// Which failures pass by themselves, so that trying again is of use, and which are of the network at all.
import { DiscordAPIError, HTTPError } from 'discord.js';
import { codeOf } from '../../common/reasons.ts';

/** The network between here and Discord: codes of Node and of undici, its HTTP client. */
const networkCodes: ReadonlySet<string> = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'ENETDOWN',
  'ENETUNREACH',
  'ENETRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_ABORTED',
]);

/** Certificates that are not believed, and hosts that speak no TLS: trying again at once changes nothing. */
const certificateCodes: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
]);

/** Discord in trouble itself (5xx). */
export function isServersTrouble(error: unknown): error is HTTPError | DiscordAPIError {
  return (error instanceof HTTPError || error instanceof DiscordAPIError) && error.status >= 500;
}

/** Whether an error is one of passing: Discord in trouble, a connection closed, an answer that did not come. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError || error instanceof DiscordAPIError) return isServersTrouble(error);
  if (!(error instanceof Error)) return false;
  return /^(Abort|Timeout)Error$/u.test(error.name) || networkCodes.has(codeOf(error));
}

/** Whether the host was not reached at all, for now or for good. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof HTTPError || error instanceof DiscordAPIError) return false;
  return isPassing(error) || certificateCodes.has(codeOf(error));
}
