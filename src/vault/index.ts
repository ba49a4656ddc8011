export { copyPassages } from './copy-passages.js';
export { keepWords, type Drafted, type Known } from './drafting.js';
export { MemoryVault } from './memory-vault.js';
export { PostgresVault } from './postgres-vault.js';
export type { Remembered } from './remembered.js';
export { withTheSameWords } from './same-words.js';
export { isWithheld, Vault, type NewPassage, type Withheld, type Words } from './vault.js';
