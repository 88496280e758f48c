import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionBuilderHint } from './actions/builderHint';
import { searchOthers } from './actions/pickers/searchOthers';
import { searchRecords } from './actions/pickers/searchRecords';
import { searchWebhooks } from './actions/pickers/searchWebhooks';
import { actionProperties } from './actions/properties';
import { runItems } from './actions/router';
import { actionSubtitle } from './actions/subtitle';
import { testSmileCredential } from './api/credentialTest';

export class Smile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Smile',
		name: 'smile',
		icon: { light: 'file:smile.svg', dark: 'file:smile.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: actionSubtitle,
		description:
			'Reacts to Smile events and reads the employment and income data that people share',
		defaults: { name: 'Smile' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'getSmileApi', required: true, testedBy: 'testSmileCredential' }],
		builderHint: actionBuilderHint,
		properties: actionProperties,
	};

	methods = {
		credentialTest: { testSmileCredential },
		listSearch: { searchRecords, searchWebhooks, ...searchOthers },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this);
	}
}
