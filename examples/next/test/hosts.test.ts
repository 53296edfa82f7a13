import { buyNumber } from '../../express/test/buy-number.ts';
import { startExample } from '../../express/test/started-example.ts';
import { testHost } from '../../hosts/test/host-contract.ts';
import { nextExample } from './next-example.ts';

testHost('Next 16', async () => {
  const { url, authToken, stop } = await startExample(nextExample);
  const { phoneNumber, cookie } = await buyNumber(url, 'brightsmile');
  return {
    url,
    publicUrl: `${url}/twilio/voice`,
    authToken,
    apiHeaders: { cookie },
    phoneNumber,
    tenantId: 'brightsmile',
    stop,
  };
});
