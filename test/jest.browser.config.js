const { createJestProject } = require('./jest.project');

/** Run by itself and one file after the other: each file starts n8n and a browser. */
module.exports = { ...createJestProject('browser'), testTimeout: 300_000, maxWorkers: 1 };
