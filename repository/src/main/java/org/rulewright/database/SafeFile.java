package org.rulewright.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A small file that is there whole or not at all, readable by its owner alone. */
final class SafeFile {

  private SafeFile() {}

  static void write(Path file, byte[] content) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException failed) {
      Files.deleteIfExists(fresh);
      throw failed;
    }
    Files.move(fresh, file, ATOMIC_MOVE);
  }
}
