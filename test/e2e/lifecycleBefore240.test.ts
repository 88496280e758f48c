import { olderService } from '../support/n8n/services';
import { describeLifecycle } from './suites/lifecycle';

if (olderService) describeLifecycle(olderService);
else it.skip('is how this n8n works anyway', () => {});
