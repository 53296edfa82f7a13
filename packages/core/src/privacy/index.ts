export { createVault, SEALED_TAG_CHARACTERS } from './create-vault.ts';
export {
  type DevelopmentKeysOptions,
  developmentKeys,
  type Environment,
  environmentKeys,
} from './development-keys.ts';
export { privacyErrors } from './errors.ts';
export { type KeyRing, parseKeyRing, type RingKey } from './key-ring.ts';
export { redactPhoneNumbers } from './redact-phone-numbers.ts';
export type { Vault } from './vault.ts';
