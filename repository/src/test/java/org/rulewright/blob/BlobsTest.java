package org.rulewright.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlobsTest {

  private static final byte[] CONTENT = "企业,金额\n甲,1\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder = Path.of("/");

  @Test
  void contentIsFoundByItsHash() throws IOException {
    var blobs = new Blobs(folder);

    var digest = blobs.put(new ByteArrayInputStream(CONTENT));

    assertThat(digest).isEqualTo(Digest.of(CONTENT));
    assertThat(read(blobs, digest)).isEqualTo(CONTENT);
    assertThat(blobs.size(digest)).isEqualTo(CONTENT.length);
    assertThat(new Blobs(folder).contains(digest)).as("after a restart").isTrue();
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    var blobs = new Blobs(folder);

    blobs.put(new ByteArrayInputStream(CONTENT));
    blobs.put(new ByteArrayInputStream(CONTENT));

    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void aChangedFileIsNeverReadAsTheOriginal() throws IOException {
    var blobs = new Blobs(folder);
    var digest = blobs.put(new ByteArrayInputStream(CONTENT));
    var changed = CONTENT.clone();
    changed[3] ^= 1;
    Files.write(blobs.path(digest), changed);

    assertThatThrownBy(() -> read(blobs, digest)).isInstanceOf(DamagedBlobException.class);
    assertThatThrownBy(() -> blobs.verify(digest)).isInstanceOf(DamagedBlobException.class);
    assertThatThrownBy(
            () -> {
              try (var content = blobs.open(digest)) {
                content.skip(Long.MAX_VALUE);
              }
            })
        .isInstanceOf(DamagedBlobException.class);
  }

  @Test
  void aCutFileIsReplacedByTheNextPut() throws IOException {
    var blobs = new Blobs(folder);
    var digest = blobs.put(new ByteArrayInputStream(CONTENT));
    Files.write(blobs.path(digest), new byte[] {1});

    blobs.put(new ByteArrayInputStream(CONTENT));

    assertThat(read(blobs, digest)).isEqualTo(CONTENT);
  }

  @Test
  void aChangedFileOfTheSameSizeIsReplacedByTheNextPut() throws IOException {
    var blobs = new Blobs(folder);
    var digest = blobs.put(new ByteArrayInputStream(CONTENT));
    var changed = CONTENT.clone();
    changed[3] ^= 1;
    Files.write(blobs.path(digest), changed);

    blobs.put(new ByteArrayInputStream(CONTENT));

    assertThat(read(blobs, digest)).isEqualTo(CONTENT);
  }

  @Test
  void aSourceThatFailsLeavesNothing() throws IOException {
    var blobs = new Blobs(folder);
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the network is gone");
          }
        };

    assertThatThrownBy(() -> blobs.put(failing)).hasMessage("the network is gone");

    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void whatAKilledProcessLeftUnfinishedIsCleared() throws IOException {
    var left = new Blobs(folder).newFile();
    Files.write(left, CONTENT);

    new Blobs(folder);

    assertThat(left).doesNotExist();
  }

  @Test
  void aFinishedFileIsTakenOver() throws IOException {
    var blobs = new Blobs(folder);
    var file = Files.write(blobs.newFile(), CONTENT);

    var digest = blobs.adopt(file);

    assertThat(file).doesNotExist();
    assertThat(read(blobs, digest)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> blobs.adopt(folder.resolve("elsewhere")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnknownDigestIsSaid() {
    var blobs = new Blobs(folder);

    assertThatThrownBy(() -> blobs.open(Digest.of(CONTENT)))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void whatIsNoDigestCannotBecomeAPath() {
    for (var wrong : new String[] {"", "../../etc/passwd", "A".repeat(64), "a".repeat(63)}) {
      assertThatThrownBy(() -> new Digest(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static byte[] read(Blobs blobs, Digest digest) throws IOException {
    try (var content = blobs.open(digest)) {
      return content.readAllBytes();
    }
  }
}
