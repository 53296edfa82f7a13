import { expect, it } from 'vitest';
import { signRequest } from './sign-request.ts';

it('gives the signature that the official SDK gives for the published example', () => {
  const params = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  expect(signRequest('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', params)).toBe(
    'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
  );
});

it('does not sign the fragment that overrides the connection', () => {
  expect(signRequest('12345', 'https://a.example/v#rc=2')).toBe(signRequest('12345', 'https://a.example/v'));
});
