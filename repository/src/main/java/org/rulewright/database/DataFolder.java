package org.rulewright.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder a studio keeps everything in: PostgreSQL, secrets, files.
 *
 * <p>An opened folder is locked, so that one folder never serves two studios; a command beside a
 * running studio attaches without the lock and only reads.
 */
public final class DataFolder implements AutoCloseable {

  /** Raised whenever an older version could no longer read the folder. */
  static final int FORMAT = 1;

  private static final String FORMAT_FILE = "version";
  private static final long LEAST_ROOM = 200L * 1024 * 1024;

  private final Path path;
  private final @Nullable FolderLock lock;

  private DataFolder(Path path, @Nullable FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Creates the folder where needed, locks it and checks that this version can use it. */
  public static DataFolder open(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    try {
      create(path);
      var opened = new DataFolder(path, FolderLock.take(path));
      try {
        opened.checkFormat();
        opened.checkRoom();
        return opened;
      } catch (IOException | RuntimeException refused) {
        opened.close();
        throw refused;
      }
    } catch (IOException | ReadOnlyFileSystemException failed) {
      throw refusal(path, failed);
    }
  }

  /** Uses the folder of a studio that is running. */
  public static DataFolder attach(Path folder) {
    return new DataFolder(folder.toAbsolutePath().normalize(), null);
  }

  public Path path() {
    return path;
  }

  /** A folder inside that only the studio's own user can enter, created where needed. */
  public Path folder(String name) {
    try {
      var inside = path.resolve(name);
      if (!Files.isDirectory(inside)) {
        Files.createDirectories(
            inside,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return inside;
    } catch (IOException failed) {
      throw refusal(path, failed);
    }
  }

  /** The secret of this name, made up and kept (readable by the owner alone) when there is none. */
  public String secret(String name, Supplier<String> fresh) {
    var file = folder("secrets").resolve(name);
    try {
      if (!Files.exists(file)) {
        SafeFile.write(file, fresh.get().getBytes(StandardCharsets.UTF_8));
      }
      return Files.readString(file);
    } catch (IOException failed) {
      throw refusal(path, failed);
    }
  }

  /** Replaces a file as a whole, readable by the owner alone. */
  public static void writeSecret(Path file, String content) throws IOException {
    SafeFile.write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  boolean hasSecret(String name) {
    return Files.exists(path.resolve("secrets").resolve(name));
  }

  /** Turns a failure to read or write the folder into the one sentence for it. */
  static RuntimeException refusal(Path folder, Exception failed) {
    if (failed instanceof StartRefusedException known) {
      return known;
    }
    if (isDiskFull(String.valueOf(failed.getMessage()))) {
      return diskFull(folder, failed);
    }
    if (failed instanceof AccessDeniedException
        || failed instanceof ReadOnlyFileSystemException
        || failed instanceof FileSystemException) {
      return new StartRefusedException.FolderNotWritable(
          "The data folder %s cannot be written (%s); choose another one with --data."
              .formatted(folder, failed.getClass().getSimpleName() + " " + failed.getMessage()),
          failed);
    }
    return failed instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException(failed);
  }

  static boolean isDiskFull(String text) {
    return text.contains("No space left on device") || text.contains("Disk quota exceeded");
  }

  static StartRefusedException diskFull(Path folder, @Nullable Throwable cause) {
    return new StartRefusedException.DiskFull(
        "The disk under %s is full; make room (at least %d MB) and start again."
            .formatted(folder, LEAST_ROOM >> 20),
        cause);
  }

  private static void create(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StartRefusedException.FolderNotWritable(
          "The data folder %s is not a folder; choose another one with --data.".formatted(path),
          null);
    }
    if (!Files.exists(path)) {
      // 0711: the user PostgreSQL runs under passes through, and sees nothing but its own folder.
      Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    }
    if (!Files.isWritable(path)) {
      throw new StartRefusedException.FolderNotWritable(
          "The data folder %s cannot be written; choose another one with --data.".formatted(path),
          null);
    }
  }

  private void checkFormat() throws IOException {
    var file = path.resolve(FORMAT_FILE);
    if (!Files.exists(file)) {
      SafeFile.write(file, Integer.toString(FORMAT).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    var found = Files.readString(file).strip();
    if (!found.matches("\\d{1,9}")) {
      throw new StartRefusedException.FolderNotWritable(
          "The file %s does not hold a version; this is no data folder of Rulewright."
              .formatted(file),
          null);
    }
    if (Integer.parseInt(found) > FORMAT) {
      throw new StartRefusedException.DataIsNewer(
          "The data folder %s was written by a newer version of Rulewright (format %s, this one reads %d); start that version."
              .formatted(path, found, FORMAT));
    }
  }

  private void checkRoom() throws IOException {
    if (Files.getFileStore(path).getUsableSpace() < LEAST_ROOM) {
      throw diskFull(path, null);
    }
  }

  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
