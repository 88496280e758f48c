/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks who runs this */
import { runCommand } from '../command';

/** Ids of an account of this machine, as Node.js takes them. */
export interface Account {
	uid: number;
	gid: number;
}

const debianAccount = 'postgres';

/** Who may run PostgreSQL, which refuses root: the account of its Debian package; else whoever asks. */
export async function databaseAccount(): Promise<Account | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = async (flag: string) => {
		const { code, stdout } = await runCommand('id', [flag, debianAccount], { cwd: '/' });
		if (code !== 0) throw new Error(`There is no account ${debianAccount} to run PostgreSQL as.`);
		return Number(stdout);
	};
	return { uid: await idOf('-u'), gid: await idOf('-g') };
}
