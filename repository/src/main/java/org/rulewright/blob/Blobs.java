package org.rulewright.blob;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.UUID;
import org.rulewright.database.DataFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Keeps content in files of a folder, each named by its SHA-256.
 *
 * <p>A file is there whole or not at all, has reached the disk before its digest is returned, and
 * never changes; the same content is kept once.
 */
@Service
public class Blobs {

  private final Path folder;
  private final Path incoming;

  @Autowired
  public Blobs(DataFolder data) {
    this(data.folder("blobs"));
  }

  public Blobs(Path folder) {
    this.folder = folder;
    this.incoming = folder.resolve("incoming");
    try {
      Files.createDirectories(incoming);
      try (var unfinished = Files.list(incoming)) {
        for (var left : unfinished.toList()) {
          Files.delete(left); // of a process that was killed: nobody knows of it
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Keeps everything up to the end of the stream, which stays open. */
  public Digest put(InputStream content) throws IOException {
    var file = newFile();
    var hash = Digest.sha256();
    try {
      try (var out = new DigestOutputStream(Files.newOutputStream(file), hash)) {
        content.transferTo(out);
      }
      return keep(file, Digest.ofHash(hash.digest()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Where a file can be made that {@link #adopt} then takes over without copying; not there yet.
   */
  public Path newFile() {
    return incoming.resolve(UUID.randomUUID().toString());
  }

  /** Keeps a finished file made at {@link #newFile}; the path is gone afterwards. */
  public Digest adopt(Path file) throws IOException {
    if (!file.startsWith(incoming)) {
      throw new IllegalArgumentException("only a file of newFile() can be adopted");
    }
    var hash = Digest.sha256();
    try (var content = Files.newInputStream(file)) {
      var buffer = new byte[64 * 1024];
      for (var count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        hash.update(buffer, 0, count);
      }
    }
    try {
      return keep(file, Digest.ofHash(hash.digest()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  public boolean contains(Digest digest) {
    return Files.exists(place(digest));
  }

  /** Reads content; a file that was changed fails at its end with {@link DamagedBlobException}. */
  public InputStream open(Digest digest) throws IOException {
    return new VerifyingStream(Files.newInputStream(path(digest)), digest);
  }

  /** The file itself, to read only; {@link #verify} it first where it matters. */
  public Path path(Digest digest) throws IOException {
    var place = place(digest);
    if (!Files.exists(place)) {
      throw new NoSuchFileException(place.toString(), null, "no file of this digest is kept");
    }
    return place;
  }

  /** Fails with {@link DamagedBlobException} when the file was changed. */
  public void verify(Digest digest) throws IOException {
    try (var content = open(digest)) {
      var buffer = new byte[64 * 1024];
      while (content.read(buffer) >= 0) {
        // the stream checks at its end
      }
    }
  }

  public long size(Digest digest) throws IOException {
    return Files.size(path(digest));
  }

  private Digest keep(Path file, Digest digest) throws IOException {
    var place = place(digest);
    if (Files.exists(place) && isWhole(digest)) {
      return digest;
    }
    try (var channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
    var shelf = shelf(digest);
    Files.createDirectories(shelf);
    Files.move(file, place, ATOMIC_MOVE);
    sync(shelf);
    sync(folder);
    return digest;
  }

  /** One that was changed is put right by the same content coming again. */
  private boolean isWhole(Digest digest) throws IOException {
    try {
      verify(digest);
      return true;
    } catch (DamagedBlobException changed) {
      return false;
    }
  }

  /** A file name lasts only once its folder has reached the disk too. */
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  private Path place(Digest digest) {
    return shelf(digest).resolve(digest.hex());
  }

  private Path shelf(Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2));
  }
}
