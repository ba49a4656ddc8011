#!/usr/bin/env node
import 'reflect-metadata';
import { run } from './cli/run.js';
import { processTerminal } from './cli/terminal.js';

process.exitCode = await run(process.argv.slice(2), processTerminal());
