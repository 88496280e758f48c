import { olderService } from '../../support/n8n/services';
import { describeTriggerEdits } from '../suites/triggerEdits';

if (olderService) describeTriggerEdits(olderService);
else it.skip('is how this n8n works anyway', () => {});
