import type {
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { loadContexts } from './core';
import { smileCredentialType, smileNode, smileTriggerNode } from './packageClasses';
import { CredentialStore } from './credentialStore';

/**
 * Tests a credential as n8n does when it is saved (n8n 2.41, credentials-tester): the first node that names
 * a `testedBy` for it decides, and its function must be in that same node. What the function throws is
 * thrown here too; in n8n the person then sees a bare HTTP 500.
 */
export async function testCredential(
	data: ICredentialDataDecryptedObject,
	nodes?: INodeType[],
): Promise<INodeCredentialTestResult> {
	const { CredentialTestContext } = await loadContexts();
	const type = await smileCredentialType();
	if (type.test) throw new Error('n8n would send the test request of the credential instead');

	const test = findTest(type.name, nodes ?? [await smileTriggerNode(), await smileNode()]);
	if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };
	const store = new CredentialStore(type);
	const additionalData = additionalDataFor(store);
	const details = store.put(data);
	const filled = await store.getDecrypted(additionalData, details, type.name, 'internal');
	const context = new CredentialTestContext(additionalData);
	return await test.call(context, {
		id: 'credential-1',
		name: details.name,
		type: type.name,
		data: filled,
	});
}

function findTest(credentialName: string, nodes: INodeType[]) {
	for (const { description, methods } of nodes) {
		const named = description.credentials?.find(({ name }) => name === credentialName);
		if (typeof named?.testedBy === 'string') return methods?.credentialTest?.[named.testedBy];
	}
	return undefined;
}
