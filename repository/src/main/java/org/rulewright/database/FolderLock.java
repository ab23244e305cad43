package org.rulewright.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock a living studio holds on its data folder.
 *
 * <p>The operating system releases it with the process, so that a killed studio never leaves one
 * behind; the process id in the file is for people.
 */
final class FolderLock implements AutoCloseable {

  private static final String NAME = "studio.lock";

  /**
   * Folders this process holds. Asked before the file is opened, because closing it a second time
   * would give up the lock of the whole process.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    var real = folder.toRealPath();
    if (!HELD.add(real)) {
      throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(real, lock(folder));
    } catch (IOException | RuntimeException failed) {
      HELD.remove(real);
      throw failed;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    var channel = FileChannel.open(file, CREATE, READ, WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(folder, Files.readString(file, StandardCharsets.US_ASCII).strip());
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    channel.force(true);
    return channel;
  }

  private static StartRefusedException inUse(Path folder, String process) {
    return new StartRefusedException.FolderInUse(
        "The data folder %s is in use by a running studio%s; stop that one or choose another folder with --data."
            .formatted(folder, process.isEmpty() ? "" : " (process " + process + ")"));
  }

  /** The file stays: removing it would let a third process lock another file of the same name. */
  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(folder);
  }
}
