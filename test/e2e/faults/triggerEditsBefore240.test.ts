import { olderService } from '../../support/n8n/services';
import { describeTriggerEdits } from '../suites/triggerEdits';

describeTriggerEdits(olderService);
