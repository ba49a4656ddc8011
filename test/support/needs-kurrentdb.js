// Ends `npm run test:kurrentdb` with a sentence where there is nothing to test with.
if (!process.env.KURRENTDB_URL?.trim()) {
  console.error(
    'Set KURRENTDB_URL to a KurrentDB for tests, such as kurrentdb://127.0.0.1:2113?tls=false. ' +
      'What the tests write there cannot be removed.',
  );
  process.exitCode = 1;
}
