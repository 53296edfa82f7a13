import { defineErrors } from '../errors.ts';

/** Errors about keys and sealed values. */
export const privacyErrors = defineErrors({
  keysMissing: {
    code: 'keys-missing',
    status: 500,
    retryable: false,
    title: 'No encryption key',
    hint: 'Set NUMBERKIT_KEYS to "k1:" and 32 random bytes in base64, such as the output of: openssl rand -base64 32',
  },
  keysInvalid: {
    code: 'keys-invalid',
    status: 500,
    retryable: false,
    title: 'The key ring cannot be read',
    hint: 'The format is "k2:BASE64,k1:BASE64", newest key first, each key 32 bytes in base64.',
  },
  keysMismatch: {
    code: 'keys-mismatch',
    status: 500,
    retryable: false,
    title: 'These keys do not belong to this database',
    hint: 'Keep the oldest key last in NUMBERKIT_KEYS, or name its bytes as "index:BASE64" after you retired it.',
  },
  developmentKeys: {
    code: 'development-keys',
    status: 500,
    retryable: false,
    title: 'Development keys are refused in production',
    hint: 'Set NUMBERKIT_KEYS from your secret store instead of using a development key file.',
  },
  unreadableSecret: {
    code: 'unreadable-secret',
    status: 500,
    retryable: false,
    title: 'A sealed value cannot be opened',
    hint: 'Check that NUMBERKIT_KEYS still holds the key it was sealed with, and that nobody changed the row.',
  },
});
