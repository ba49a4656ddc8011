import { DatabaseUnsuitable } from './errors.js';
import { refuseUnsuitable } from './server-check.js';

describe('A database server of your own', () => {
  it('is refused when it is older than PostgreSQL 15, with both versions named', () => {
    const old = () => refuseUnsuitable({ versionNumber: 140_023, version: '14.23', encoding: 'UTF8' });
    expect(old).toThrow(DatabaseUnsuitable);
    expect(old).toThrow(/14\.23.*15 or newer/);
  });

  it('is refused when its encoding cannot hold every script', () => {
    const latin = () => refuseUnsuitable({ versionNumber: 170_000, version: '17.0', encoding: 'LATIN1' });
    expect(latin).toThrow(DatabaseUnsuitable);
    expect(latin).toThrow(/LATIN1.*ENCODING 'UTF8'/);
  });

  it.each([150_000, 180_004])('is accepted from version 15 on (%d)', (versionNumber) => {
    expect(() => refuseUnsuitable({ versionNumber, version: '', encoding: 'UTF8' })).not.toThrow();
  });
});
