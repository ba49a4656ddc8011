export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './start.js';
export { hasRegister } from './home.js';
export {
  DataFolderDamaged,
  DataFolderNotMade,
  DataFolderOfAnotherMajor,
  EmbeddedPostgresFailed,
  FolderFull,
  FolderNotWritable,
  FolderOutOfReach,
  HomeMissing,
  LaunchNotFinished,
  PlatformNotSupported,
  ServerOfAnotherUser,
  SocketVanished,
} from './errors.js';
