import { load, type Target } from './load.js';

// The clients have a process of their own, so that what they cost is not taken for the service's.
process.on('message', (target: Target) => {
  load(target).then(
    (done) => process.send?.({ done }),
    (error: Error) => process.send?.({ failed: error.message }),
  );
});
