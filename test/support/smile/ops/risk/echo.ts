import type { Office } from '../../office';
import type { Body } from '../rules';
import type { Product } from './ask';

/**
 * The request as its record repeats it. Smile's samples fill in null for what was not sent, and have a number
 * for a version that looks like one.
 */
export function echoOf({ switches }: Office, product: Product, request: Body): Body {
	const { unused = [], unechoed = '' } = product;
	const sent = structuredClone(request);
	delete sent[unechoed];
	if (switches.echo === 'asSent') return sent;
	const nulls = Object.fromEntries(unused.map((name) => [name, null]));
	return { ...nulls, ...sent, consent: consentAsInSamples(sent.consent as Body) };
}

function consentAsInSamples({ version, ...consent }: Body): Body {
	const isNumber = typeof version === 'string' && /^\d+$/.test(version);
	return {
		...consent,
		...(version === undefined ? {} : { version: isNumber ? Number(version) : version }),
		consentTemplateId: consent.consentTemplateId ?? null,
	};
}
