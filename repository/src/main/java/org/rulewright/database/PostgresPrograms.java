package org.rulewright.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked once and kept by their version. */
final class PostgresPrograms {

  /** The major version; a data folder is bound to it. */
  static final int MAJOR = 18;

  private static final String VERSION = "18.6.0";
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path home;

  private PostgresPrograms(Path home) {
    this.home = home;
  }

  /** Unpacks beside, then renames: two starts at once both find a whole folder. */
  static PostgresPrograms in(Path cache) throws IOException {
    var home = cache.resolve("postgresql-" + VERSION);
    if (!Files.isDirectory(home)) {
      var fresh = cache.resolve("postgresql-" + VERSION + "." + UUID.randomUUID());
      Files.createDirectories(fresh);
      try (var archive = open()) {
        unpack(archive, fresh);
        Files.move(fresh, home, ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
        Folders.delete(fresh); // another start was faster and its folder is as good
      } catch (IOException failed) {
        Folders.delete(fresh);
        throw failed;
      }
    }
    return new PostgresPrograms(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static InputStream open() {
    var found =
        System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
            ? PostgresPrograms.class.getResourceAsStream(ARCHIVE)
            : null;
    if (found == null) {
      throw new StartRefusedException.DatabaseUnavailable(
          "No embedded PostgreSQL comes for %s on %s; give a PostgreSQL 15 or newer by spring.datasource.url."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          null);
    }
    return found;
  }

  private static void unpack(InputStream archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, inside(into, entry.getName()), into);
      }
    }
    Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path target, Path root)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        return;
      } else if (entry.isLink()) {
        Files.createLink(target, inside(root, entry.getLinkName()));
        return;
      }
      Files.copy(tar, target);
    }
    var executable = entry.isDirectory() || (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static Path inside(Path root, String name) throws IOException {
    var target = root.resolve(name).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive of PostgreSQL names a file outside: " + name);
    }
    return target;
  }
}
