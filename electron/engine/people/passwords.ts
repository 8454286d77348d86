/** Passwords (argon2id) and the signing keys that only the password of their owner opens (Ed25519, AES-256-GCM). */

import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { hash, hashRaw, verify as verifyHash } from '@node-rs/argon2';
import { type Broken, broken } from '../../domain/broken.ts';

const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 };
export const PASSWORD_LENGTH = 8;

export type Credentials = {
  readonly passwordHash: string;
  readonly publicKey: string;
  readonly sealedPrivateKey: string;
};

export function brokenOnPassword(
  password: string,
  person: { readonly login: string; readonly name: string },
): readonly Broken[] {
  const findings: Broken[] = [];
  if (Array.from(password).length < PASSWORD_LENGTH) {
    findings.push(broken('password.tooShort', 'password', { least: PASSWORD_LENGTH }));
  }
  if (new Set(password).size < 4) findings.push(broken('password.tooPlain', 'password'));
  const folded = password.toLowerCase();
  if ([person.login.toLowerCase(), person.name].some((word) => word.length >= 3 && folded.includes(word))) {
    findings.push(broken('password.namesPerson', 'password'));
  }
  return findings;
}

export async function newCredentials(password: string): Promise<Credentials> {
  return (await newSigner(password)).credentials;
}

/** Credentials with the key itself, for whoever signs at once: opening its seal takes as long as a sign-in. */
export async function newSigner(
  password: string,
): Promise<{ readonly credentials: Credentials; readonly privateKey: KeyObject }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  const [passwordHash, sealedPrivateKey] = await Promise.all([hash(password, COST), seal(der, password)]);
  const credentials = {
    passwordHash,
    sealedPrivateKey,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
  return { credentials, privateKey };
}

/** Same key under another password: what was signed before stays under the same public key. */
export async function changeSeal(
  sealed: string,
  current: string,
  next: string,
): Promise<Omit<Credentials, 'publicKey'>> {
  const der = await unseal(sealed, current);
  const [passwordHash, sealedPrivateKey] = await Promise.all([hash(next, COST), seal(der, next)]);
  return { passwordHash, sealedPrivateKey };
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verifyHash(passwordHash, password);
}

/** A hash of no one's password: an unknown login takes as long as a known one. */
export const NOBODY_HASH =
  '$argon2id$v=19$m=65536,t=3,p=1$ymxsMcuq061OnUWd/B346g$joosFuYsXWmxhgzD6Bg4RHkBJYS2nOD+FOcyfvNX6uw';

/** The signature, base64. Throws when the password does not open the key. */
export async function signWith(sealed: string, password: string, content: string): Promise<string> {
  return signContent(await unseal(sealed, password), content);
}

export function unseal(sealed: string, password: string): Promise<Buffer> {
  return open(sealed, password);
}

export function signContent(privateKeyDer: Buffer, content: string): string {
  return signByKey(keyOf(privateKeyDer), content);
}

export function keyOf(privateKeyDer: Buffer): KeyObject {
  return createPrivateKey({ key: privateKeyDer, format: 'der', type: 'pkcs8' });
}

export function signByKey(privateKey: KeyObject, content: string): string {
  return sign(null, Buffer.from(content), privateKey).toString('base64');
}

export function isSignature(publicKey: string, content: string, signature: string): boolean {
  try {
    const key = { key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' } as const;
    return verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

async function seal(der: Buffer, password: string): Promise<string> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await hashRaw(password, { ...COST, salt });
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(der), cipher.final()]);
  key.fill(0);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

async function open(text: string, password: string): Promise<Buffer> {
  const bytes = Buffer.from(text, 'base64');
  const [salt, nonce, tag, sealed] = [
    bytes.subarray(0, 16),
    bytes.subarray(16, 28),
    bytes.subarray(28, 44),
    bytes.subarray(44),
  ];
  const key = await hashRaw(password, { ...COST, salt });
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  const der = Buffer.concat([decipher.update(sealed), decipher.final()]);
  key.fill(0);
  return der;
}
