import { olderService } from '../support/n8n/services';
import { describeLifecycle } from './suites/lifecycle';

describeLifecycle(olderService);
