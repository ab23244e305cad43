package org.rulewright.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lock a living studio holds on its data folder.
 *
 * <p>The operating system releases it with the process, so that a killed studio never leaves one
 * behind; the process id in the file is for people.
 */
final class FolderLock implements AutoCloseable {

  private static final String NAME = "studio.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    var channel = FileChannel.open(file, CREATE, READ, WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new StartRefusedException.FolderInUse(
          "The data folder %s is in use by a running studio%s; stop that one or choose another folder with --data."
              .formatted(folder, holder(file)));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    channel.force(true);
    return new FolderLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String holder(Path file) throws IOException {
    var pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? "" : " (process " + pid + ")";
  }

  /** The file stays: removing it would let a third process lock another file of the same name. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
