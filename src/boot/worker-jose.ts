/**
 * Stands in for `jose` in the Workers bundle (wrangler.toml). The sign-in library carries it for sign-in by others, for links by e-mail
 * and for sealed cookies; staff sign in with a password and a session in the database, so none of it is ever called.
 */
function never(): never {
  throw new Error('jose is not part of this runtime')
}

export { never as calculateJwkThumbprint, never as createLocalJWKSet, never as createRemoteJWKSet, never as decodeJwt, never as decodeProtectedHeader }
export { never as exportJWK, never as generateKeyPair, never as importJWK, never as importPKCS8, never as jwtDecrypt, never as jwtVerify }
export { never as EncryptJWT, never as SignJWT, never as UnsecuredJWT }
export const base64url = { decode: never, encode: never }
export const errors = {}
