import type { SmileRouter } from '../routeTable';
import { listOfDatapoint } from '../data/kinds';
import type { SmileRecord } from '../data/shelves';
import { success } from '../envelope';
import { inventedBytes } from '../files/inventedBytes';
import type { Office } from '../office';
import { accepted, acceptEmpty, missing, refused } from './accept';
import { newId } from './newId';
import { oneOf } from './rules';

interface ById {
	Params: { id: string };
}

const types = { PDF: 'application/pdf', CSV: 'text/csv; charset=utf-8' } as const;

/** What can be done to an account: revoke it, export its data, end its refresh. */
export function accountRoutes(server: SmileRouter, office: Office): void {
	const { store, announcer, switches, clock } = office;

	server.delete<ById>('/accounts/:id', ({ params }) => {
		const { id, userId, providerId } = linked(office, params.id);
		store.revoke(id, { at: clock.now(), listed: switches.revokedStaysListed });
		if (switches.eventsOfRevocation) {
			announcer.tell('ACCOUNT_DISCONNECTED', { userId, accountId: id, providers: [providerId] });
		}
		return success();
	});

	server.post<ById>('/accounts/:id/exports/generate', (request) => {
		const format = accepted(request, { exportExtensionType: oneOf('PDF', 'CSV') });
		const account = linked(office, request.params.id);
		return success(newExport(office, account, format.exportExtensionType as 'PDF' | 'CSV'));
	});

	server.post<ById>('/accounts/:id/disableMonitor', (request) => {
		acceptEmpty(office, request);
		const { id, monitorStatus } = linked(office, request.params.id);
		if (monitorStatus === 'UNSUPPORTED') {
			if (switches.unsupportedMonitor === 'refused') throw refused('has no monitor');
			return success();
		}
		const status = 'CUSTOMER_DISABLED';
		store.change('accounts', id, {
			monitorStatus: status,
			monitor: { status, updatedAt: clock.time() },
		});
		return success();
	});
}

function linked({ store }: Office, id: string): SmileRecord {
	const account = store.find('accounts', id);
	if (!account || account.connectionStatus === 'DISCONNECTED') throw missing();
	return account;
}

function newExport(office: Office, account: SmileRecord, exportExtensionType: 'PDF' | 'CSV') {
	const { shelf, clock } = office;
	const id = newId('export-');
	const folder = `/tenants/acme/users/${String(account.userId)}/accounts/${account.id}/exports`;
	const path = `${folder}/${id}.${exportExtensionType.toLowerCase()}`;
	const bytes =
		exportExtensionType === 'CSV'
			? csvOf(office, account.id)
			: Buffer.concat([...inventedBytes(id, 30_000)]);
	const downloadUrl = shelf.put(path, bytes, types[exportExtensionType]);
	return {
		id,
		accountId: account.id,
		exportExtensionType,
		md5: shelf.digestOf(path),
		downloadUrl,
		createdAt: clock.time(),
	};
}

/** One line for each record of the account. */
function csvOf({ store }: Office, accountId: string): Buffer {
	const lines = Object.values(listOfDatapoint).flatMap((kind) =>
		store.of(kind, accountId).map(({ id }) => `${kind},${id}\r\n`),
	);
	return Buffer.from(`kind,id\r\n${lines.join('')}`);
}
