import { getNumberkit } from '../../../../server/numberkit.ts';

const handle = (request: Request): Promise<Response> => getNumberkit().handler(request);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as POST, handle as PUT };
