/** What was started in a test, ended after it in the opposite order, whether it passed or not. */
export function undoAfterEach(): (undo: () => unknown) => void {
  const undoing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const undo of undoing.splice(0).toReversed()) await undo();
  });
  return (undo) => void undoing.push(undo);
}
