import { join } from 'node:path';
import { probeSmile, agreeable } from '../support/probing';
import { textOf } from '../probe/report';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

it('debug', async () => {
	const smile = await worlds.startSmile();
	const t = performance.now();
	const [{ accountId }] = smile.data.people(1, { account: 'connected' });
	smile.data.transactions(320, accountId);
	const report = await probeSmile(smile, { person: agreeable(smile), further: { email: 'me@example.test', account: accountId } });
	console.log(textOf(report), performance.now() - t);
});
