import { table } from '../support/table';
import { reasonFor, type Accepted } from './reasons';
import { folderOf, type Change } from './changes';

/** So many of a hundred changes of a folder must be noticed. */
export const LEAST_SHARE = 90;
const LONGEST_CODE = 70;

export interface FolderScore {
	folder: string;
	changes: number;
	noticed: number;
	/** Noticed ones of a hundred. */
	share: number;
}

export function scoresOf(changes: readonly Change[]): FolderScore[] {
	const folders = [...new Set(changes.map(folderOf))];
	return folders.map((folder) => {
		const own = changes.filter((change) => folderOf(change) === folder);
		const noticed = own.filter(({ outcome }) => outcome === 'noticed').length;
		return { folder, changes: own.length, noticed, share: (100 * noticed) / own.length };
	});
}

export function scoreTable(scores: readonly FolderScore[]): string {
	const rows = scores.map(({ folder, changes, noticed, share }) => [
		folder,
		String(changes),
		String(noticed),
		`${share.toFixed(1)} %`,
		share >= LEAST_SHARE ? 'yes' : 'NO',
	]);
	return table(['folder', 'changes', 'noticed', 'share', `≥ ${LEAST_SHARE} %`], rows);
}

/** Every change that no test noticed, and why it is left. */
export function unnoticedTable(
	unnoticed: readonly Change[],
	accepted: readonly Accepted[],
): string {
	const rows = unnoticed.map((change) => [
		`${change.file}:${change.line}`,
		code(change.was),
		code(change.becomes),
		reasonFor(change, accepted) ??
			(change.outcome === 'not run' ? 'no test runs this' : 'to be looked at'),
	]);
	return table(['where', 'was', 'became', 'why it is left'], rows);
}

/** Code in a cell of a Markdown table. */
function code(text: string): string {
	const cut = text.length > LONGEST_CODE ? `${text.slice(0, LONGEST_CODE - 1)}…` : text;
	return cut === '' ? 'nothing' : `\`${cut.replaceAll('`', '´').replaceAll('|', '\\|')}\``;
}
