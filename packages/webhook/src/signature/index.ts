export { type AuthTokens, createTokenSource, type TokenSource } from './auth-tokens.ts';
export { isSigned, type SignedRequest } from './is-signed.ts';
export { createWebCryptoHash, type SignatureHash } from './signature-hash.ts';
export { bodyHashIn } from './signed-text.ts';
export { type TwilioSignatureCheck, verifyTwilioSignature } from './verify-twilio-signature.ts';
