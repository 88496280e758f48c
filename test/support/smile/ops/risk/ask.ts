import type { Kind } from '../../data/kinds';
import type { SmileRecord } from '../../data/shelves';
import type { Office } from '../../office';
import { refused } from '../accept';
import { newId } from '../newId';
import type { Body } from '../rules';
import { echoOf } from './echo';
import { isAboutSample } from './sampleSubject';

/** A product that answers queries about people. */
export interface Product {
	/** Such as `signal`. */
	name: string;
	/** Below which its records are listed. */
	kind: Kind;
	prefix: string;
	/** Fields that a request might have had, and that samples show as null when it had not. */
	unused?: string[];
	/** A field that is taken and that no record repeats. */
	unechoed?: string;
	/** Fields of every record, whatever its state. */
	fields?: Body;
	/** What a finished record holds. */
	result(code: string, request: Body): Body;
	/** What stands there before; nothing unless said otherwise. */
	unfinished?: Body;
	/** Where even the sandbox answers the POST before it knows the result. */
	answersBefore?: true;
	/** Not every product tells `NO_DATA` from `SUCCESS`. */
	withoutNoData?: true;
	/** A verification has no `resultCode`. */
	withoutCode?: true;
	onCreated?(record: SmileRecord): void;
	onCompleted?(record: SmileRecord, code: string): void;
}

/** Takes a query to the sources: it is counted, and its record ends when `progress` says so. */
export function ask(office: Office, product: Product, path: string, request: Body): SmileRecord {
	const { store, queries, clock, progress } = office;
	refuseUnknownConsent(office, request);
	const at = clock.time();
	const record = store.add(product.kind, {
		id: newId(product.prefix),
		createdAt: at,
		status: 'PROCESSING',
		...(product.withoutCode ? { updatedAt: at } : codeOf(office, 'PROCESSING')),
		...product.fields,
		requestMeta: echoOf(office, product, request),
		...product.unfinished,
	});
	queries.note({ product: product.name, path, id: record.id, request, at });
	const before = structuredClone(record);
	product.onCreated?.(record);
	progress.begin(record.id, () => finish(office, product, record, request));
	return product.answersBefore ? before : structuredClone(record);
}

function finish(office: Office, product: Product, record: SmileRecord, request: Body): void {
	const code = office.switches.resultFor?.(product.name, request) ?? expected(product, request);
	const isError = code === 'SYSTEM_ERROR' || code === 'SERVICE_UNAVAILABLE';
	Object.assign(record, {
		status: isError ? 'ERROR' : 'COMPLETED',
		...(product.withoutCode ? { updatedAt: office.clock.time() } : codeOf(office, code)),
		...product.result(code, request),
	});
	product.onCompleted?.(record, code);
}

function expected({ withoutNoData }: Product, request: Body): string {
	return withoutNoData || isAboutSample(request) ? 'SUCCESS' : 'NO_DATA';
}

const messages: Record<string, string> = {
	SUCCESS: 'Success!',
	NO_DATA: 'Nothing was found',
	SYSTEM_ERROR: 'A fault at Smile',
	SERVICE_UNAVAILABLE: 'The source does not answer',
};

function codeOf({ switches }: Office, code: string): Body {
	if (code === 'PROCESSING') {
		return { resultCode: switches.processingCode, resultMessage: switches.processingCode };
	}
	if (switches.emptyResultCodes) return { resultCode: '', resultMessage: '' };
	return { resultCode: code, resultMessage: messages[code] ?? code };
}

function refuseUnknownConsent({ store }: Office, { consent }: Body): void {
	const { consentTemplateId } = consent as { consentTemplateId?: string };
	if (consentTemplateId === undefined) return;
	if (!store.find('consentTemplates', consentTemplateId)) {
		throw refused('consentTemplateId is of no template');
	}
}
