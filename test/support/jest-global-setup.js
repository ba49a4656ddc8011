import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'sijil-tests-';

/** Names the folder of this run's database cluster, which starts when the first test asks for a database. */
export default function setUp() {
  clearAwayTheDead();
  process.env.SIJIL_TEST_CLUSTER = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** A run that was killed could not remove its folder; its server stopped all the same. */
function clearAwayTheDead() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
