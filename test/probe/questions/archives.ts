import { isJsonObject } from '../../../nodes/Smile/shared/jsonObject';
import { described, isSuccess } from '../describe';
import { scene, type Probe } from '../probe';
import type { Question } from '../question';
import {
	analysed,
	analysisOfUnknown,
	heardOfArchive,
	unknownArchive,
	upload,
} from '../scenes/archive';
import {
	classified,
	samplePayslip,
	shapeOf,
	uploadedPayslip,
	withoutType,
} from '../scenes/uploads';
import { user } from '../scenes/user';
import { statusOfFile } from '../statusOfFile';

const ends = ['ANALYZED', 'UNSUPPORTED', 'ERROR'];

/** The state in which the analysis of the portal's own sample ends. */
const endOfSample = scene(async (probe) => {
	const { content, name } = await samplePayslip(probe);
	const { id: userId } = await user(probe);
	const answer = await upload(probe, content, { userId, name });
	if (!isSuccess(answer)) throw new Error(`The sample is answered ${described(answer)}`);
	return (await analysed(probe, String(answer.data.id))).state;
});

/** Whether Smile takes a file of so many bytes, or several of them in one upload. */
async function takes(probe: Probe, size: number, copies = 1) {
	const { id: userId } = await user(probe);
	const header = '%PDF-1.4\n';
	const answer = await upload(probe, Buffer.alloc(size, header), {
		userId,
		name: `${size}.pdf`,
		copies,
	});
	return { isTaken: isSuccess(answer), told: described(answer) };
}

/** Uploads, and their analysis. */
export const archiveQuestions: Question[] = [
	{
		id: 'archives.processing',
		question: 'How long does the sandbox work on an upload?',
		decides: 'processingReads',
		until:
			'The answer to an upload is passed on as it is; the events of the archive tell of its end',
		ask: async (probe) => {
			const { reads, state } = await analysisOfUnknown(probe);
			const seen = `It was ${state} after ${reads} reads that saw it unfinished`;
			return state === 'STARTED' ? { seen } : { seen, value: reads };
		},
	},
	{
		id: 'archives.sampleFilesOnly',
		question: "Does the sandbox analyze files beside the portal's samples?",
		decides: 'sampleFilesOnly',
		until: 'A failed analysis is a result like another, with its error code',
		ask: async (probe) => {
			const { state } = await analysisOfUnknown(probe);
			const seen = `A file that no sandbox knows ends as ${state}`;
			if (state === 'STARTED') return { seen };
			return { seen, value: state !== 'ANALYZED' };
		},
	},
	{
		id: 'archives.end',
		question: "How does the analysis of the portal's sample payslip end?",
		decides: 'archiveEnd',
		until: 'Each of the three ends is told by the state of the archive',
		needs: 'payslip',
		ask: async (probe) => {
			const state = await endOfSample(probe);
			return { seen: `It ends as ${state}`, value: ends.find((end) => end === state) };
		},
	},
	{
		id: 'archives.unreadPayslip',
		question: 'What is the data of a payslip before it was read?',
		decides: 'unreadPayslip',
		until:
			"Smile's answer is told as it is; Archive Analyzed tells when there is something to read",
		ask: async (probe) => {
			const { id: userId } = await user(probe);
			const answer = await upload(probe, Buffer.from('%PDF-1.4\n% unread\n%%EOF\n'), { userId });
			if (!isSuccess(answer)) throw new Error(`The upload is answered ${described(answer)}`);
			const path = `/archives/-/payslips/queryPrediction?archiveId=${String(answer.data.id)}`;
			const read = await probe.client.ask(path);
			const isMissing = read.code === 'MISSING_RESOURCE';
			const value = isMissing ? 'missing' : isSuccess(read) ? 'empty' : undefined;
			return { seen: `At once after the upload it is answered ${described(read)}`, value };
		},
	},
	{
		id: 'archives.files',
		question: 'Can an uploaded file be downloaded without a key?',
		until: 'Files are fetched without the key; a refusal means that the file is gone',
		ask: async (probe) => {
			const { record } = await analysisOfUnknown(probe);
			const [file] = Array.isArray(record.rawFiles) ? record.rawFiles : [];
			if (!isJsonObject(file) || typeof file.url !== 'string') return { seen: 'It has no address' };
			const status = await statusOfFile(probe, file.url);
			return { seen: `Without a key it is answered ${status}` };
		},
	},
	{
		id: 'archives.largestFile',
		question: 'Is the limit of 15 MB for a file 15 000 000 bytes, or 15 MiB?',
		decides: 'largestFile',
		until: "Files up to 15 MiB are sent; Smile's refusal is told as it is",
		ask: async (probe) => {
			const between = await takes(probe, 15_500_000);
			if (between.isTaken) return { seen: '15.5 million bytes are taken', value: 15 * 1024 * 1024 };
			const below = await takes(probe, 14_900_000);
			const seen = `15.5 million bytes are answered ${between.told}, 14.9 million ${below.told}`;
			return below.isTaken ? { seen, value: 15_000_000 } : { seen };
		},
	},
	{
		id: 'archives.largestUpload',
		question: 'Does that limit count for each file, or for the whole upload?',
		until: "It is checked for each file; Smile's refusal of an upload is told as it is",
		ask: async (probe) => {
			const { told } = await takes(probe, 8_000_000, 2);
			return { seen: `Two files of 8 million bytes are answered ${told}` };
		},
	},
	{
		id: 'archives.eventOrder',
		question: 'In which order do the events of an upload arrive?',
		until: 'No order is assumed',
		ask: async (probe) => {
			const { id } = await unknownArchive(probe);
			await analysisOfUnknown(probe);
			await heardOfArchive(probe, 'TASK_FINISHED');
			const order = probe.receiver.tries
				.filter(({ name, body }) => name === 'plain' && body.includes(id))
				.map(({ event }) => String(event.type).replace(/[^A-Z_]/g, ''));
			return { seen: [...new Set(order)].join(', ') || 'None arrived' };
		},
	},
	{
		id: 'archives.classification',
		question: 'Which events and tasks does a classification send?',
		until: 'No operation waits for them; each reads the archive itself',
		ask: async (probe) => ({ seen: (await classified(probe)).told }),
	},
	{
		id: 'archives.withoutType',
		question: 'How does a classification differ from an upload without a type?',
		until: 'Both are offered, and either answer is passed on as it is',
		ask: async (probe) => {
			const [one, other] = [await classified(probe), await withoutType(probe)];
			return { seen: `Classified: ${shapeOf(one)}. Without a type: ${shapeOf(other)}` };
		},
	},
	{
		id: 'archives.payslipEvents',
		question: 'Which events does the upload of a payslip of its own call send?',
		until: 'No operation waits for them; each reads the archive itself',
		ask: async (probe) => ({ seen: (await uploadedPayslip(probe)).told }),
	},
];
