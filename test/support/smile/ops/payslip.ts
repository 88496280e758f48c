import type { SmileRouter } from '../routeTable';
import type { SmileRecord } from '../data/shelves';
import { success } from '../envelope';
import type { Office } from '../office';
import { pageOf } from '../page';
import { accepted, missing, required } from './accept';
import { stateOf, upload } from './archive';
import { currencies } from './currencies';
import { formats } from './rawFile';
import { amount, day, flag, listOf, oneOf, optional, shaped, text, type Body } from './rules';

const corrected = shaped({
	startDate: optional(day),
	endDate: optional(day),
	currency: optional(oneOf(...currencies)),
	grossAmount: optional(amount),
	netAmount: optional(amount),
	employerName: optional(text()),
	employeeName: optional(text()),
	payDate: optional(day),
	ssNumber: optional(text()),
	philHealthNumber: optional(text()),
	taxNumber: optional(text()),
	pagIbigNumber: optional(text()),
});

/** The four operations on payslips, whose paths hold a dash where an id might stand. */
export function payslipRoutes(server: SmileRouter, office: Office): void {
	const { store, switches } = office;
	const path = '/archives/-/payslips';

	server.post(`${path}/uploadRawFile`, (request) => {
		const { userId, ...file } = accepted(request, {
			userId: text(),
			fileExtensionType: oneOf(...Object.keys(formats)),
			fileContent: text(),
		});
		return success(upload(office, { userId, type: 'PAYSLIP', files: [file] }));
	});

	server.get(`${path}/queryPrediction`, ({ query }) => {
		const archive = payslip(office, required(query, 'archiveId'));
		office.progress.read(archive.id);
		if (stateOf(archive) !== 'ANALYZED' && switches.unreadPayslip === 'missing') throw missing();
		return success(predictionOf(archive, store.uploads.matchScores));
	});

	server.get(`${path}/listPredictions`, ({ query }) => {
		const { startDate = '', endDate = '9999' } = query as Record<string, string>;
		const found = store.listOf('archives').filter(({ json }) => {
			const made = String(json.createdAt).slice(0, 10);
			return (
				isPayslip(json) && stateOf(json) === 'ANALYZED' && made >= startDate && made <= endDate
			);
		});
		const { nextCursor, items } = pageOf(found, query as Body);
		return success({
			nextCursor,
			items: items.map(({ json }) => predictionOf(json, store.uploads.matchScores)),
		});
	});

	server.post(`${path}/sendManualResult`, (request) => {
		const { archiveId, data } = accepted(request, {
			archiveId: text(),
			validFile: flag,
			checkedFields: optional(listOf(text())),
			data: optional(corrected),
		});
		const archive = payslip(office, String(archiveId));
		const analysis = { ...analysisOf(archive), ...(data as Body | undefined) };
		store.change('archives', archive.id, { extraction: { fileType: 'PAYSLIP', analysis } });
		return success();
	});
}

function payslip({ store }: Office, id: string): SmileRecord {
	const archive = store.find('archives', id);
	if (!archive || !isPayslip(archive) || stateOf(archive) === 'REVOKED') throw missing();
	return archive;
}

function isPayslip({ type }: SmileRecord): boolean {
	return type === 'PAYSLIP';
}

/** No id of its own: the archive's is in its metadata. One score is null: Smile may not check it. */
function predictionOf(archive: SmileRecord, others: Body): Body {
	const isRead = stateOf(archive) === 'ANALYZED';
	const origin = { sourceId: archive.id, sourceType: 'ARCHIVE', providerId: archive.providerId };
	const { createdAt, userId } = archive;
	return {
		...analysisOf(archive),
		...(isRead ? { matchResult: { ...scores, ...others } } : {}),
		metadata: { ...origin, createdAt, itemCreatedAt: createdAt, userId },
	};
}

const scores = {
	employeeNameAndIdentificationNumberMatchScore: 92,
	employeeNameAndSsNumberMatchScore: 95,
	employeeNameAndPagIbigNumberMatchScore: null,
	employeeNameAndPhilHealthNumberMatchScore: 80,
	employeeNameAndTaxNumberMatchScore: 71,
};

function analysisOf(archive: SmileRecord): Body {
	return (archive.extraction as { analysis: Body } | undefined)?.analysis ?? {};
}
