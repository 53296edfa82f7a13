import { getVoice } from '../../../../server/voice.ts';

const handle = (request: Request): Promise<Response> => getVoice()(request);

export { handle as GET, handle as POST };
