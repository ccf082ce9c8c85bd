// Codes of an authenticator app, RFC 6238: SHA-1, six digits, thirty seconds.
import { createHmac } from "node:crypto";

export const STEP_SECONDS = 30;

/** Bytes of a base32 secret (RFC 4648, any case, padding and spaces ignored). */
export function base32(text) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let bits = 0;
  let held = 0;
  const bytes = [];
  for (const letter of text.toUpperCase().replace(/[=\s]/g, "")) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new Error(`not base32: \`${letter}\``);
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >>> bits) & 0xff);
    }
  }
  return Buffer.from(bytes);
}

/** The number of the step a moment lies in. */
export function stepOf(unixMilliseconds) {
  return Math.floor(unixMilliseconds / 1000 / STEP_SECONDS);
}

/** The code of a base32 secret at a moment. */
export function totp(secret, unixMilliseconds = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(stepOf(unixMilliseconds)));
  const digest = createHmac("sha1", base32(secret)).update(counter).digest();
  const offset = digest[digest.length - 1] & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
