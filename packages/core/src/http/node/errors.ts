import { defineErrors } from '../../errors.ts';

/** What can go wrong between Node's server and a handler of `Request`. */
export const nodeErrors = defineErrors({
  unreadableRequest: {
    code: 'unreadable-request',
    status: 400,
    retryable: false,
    title: 'The request cannot be read',
    hint: 'Send an ordinary method, a valid Host header and a valid path.',
  },
  invalidPublicUrl: {
    code: 'invalid-public-url',
    status: 500,
    retryable: false,
    title: 'The public URL is not usable',
    hint: 'Write scheme, host, and a path if there is one: `https://app.example.com`.',
  },
});
