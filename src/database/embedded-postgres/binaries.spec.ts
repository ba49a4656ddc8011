import { postgresPackage } from './binaries.js';
import { PlatformNotSupported } from './errors.js';

describe('The PostgreSQL that npm installed', () => {
  it('says which major version it is', async () => {
    const { major, version } = await postgresPackage();
    expect(major).toBe('18');
    expect(version).toMatch(/^18\./);
  });

  it('is missing on other platforms, and the message names the platform and the way out', async () => {
    const refusal = await postgresPackage('plan9-mips').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PlatformNotSupported);
    expect(String(refusal)).toMatch(/plan9-mips.*DATABASE_URL/);
  });
});
