import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { offered, type SmileOperation } from '../../fixtures/operations';
import { runAction } from '../contexts/runAction';
import { samplePayslip } from '../smile/ops/sampleFile';
import type { SimulatedSmile } from '../smile/simulatedSmile';
import type { Worlds } from '../world';
import { sampleParameters } from './sampleParameters';

/** An item with what every operation could take from it. */
export const withFile: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: samplePayslip().toString('base64'),
			mimeType: 'application/pdf',
			fileName: 'payslip.pdf',
		},
	},
};

/** A Smile that holds something of every kind. */
export async function filledSmile(worlds: Worlds): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	smile.data.people(6, { account: 'connected' });
	smile.data.verify(new Date());
	smile.data.requestRecord(new Date());
	smile.webhooks.add();
	smile.data.completeSession(smile.data.all('users')[0].id);
	return smile;
}

/** Makes what an operation is about, where nothing of the kind is held by itself; its parameters, in several ways. */
export async function prepare(
	smile: SimulatedSmile,
	operation: SmileOperation,
): Promise<INodeParameters[]> {
	const { path, node } = operation;
	const maker = offered.find(
		(one) => one.method === 'POST' && one.node?.split('/')[0] === node?.split('/')[0],
	);
	const isQuery = /^\/(alpha|beta)\//.test(path);
	if (maker && isQuery) {
		const [parameters] = sampleParameters(smile, maker);
		await runAction({ smile, parameters });
	}
	smile.journal.clear();
	return sampleParameters(smile, operation);
}
