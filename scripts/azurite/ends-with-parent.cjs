// Loaded before Azurite (node --require). Whoever starts Azurite holds the other end of its standard input: when that process goes, however it
// goes, the pipe ends and Azurite shuts down as it does on SIGTERM, saving what it has acknowledged. Works alike on Linux, macOS and Windows.
'use strict';

process.stdin.on('end', () => process.emit('SIGTERM') || process.exit(1)).resume();

// Nobody may be left to read Azurite's farewell.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Ctrl-C reaches every process of a terminal. The host needs the store until its calls are done, and closes the pipe after that.
const once = process.once;
process.once = (event, listener) => (event === 'SIGINT' ? process : once.call(process, event, listener));
process.on('SIGINT', () => {});
