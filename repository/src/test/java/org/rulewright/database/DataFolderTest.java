package org.rulewright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  @TempDir Path folder = Path.of("/");

  @Test
  void aFolderServesOneStudioAtATime() {
    var first = DataFolder.open(folder);

    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(StartRefusedException.FolderInUse.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid());

    first.close();
    DataFolder.open(folder).close();
  }

  @Test
  void theFolderOfANewerVersionIsRefusedAndLeftUnlocked() throws IOException {
    Files.writeString(folder.resolve("version"), "99");

    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(StartRefusedException.DataIsNewer.class)
        .hasMessageContaining("newer version");

    Files.writeString(folder.resolve("version"), "1");
    DataFolder.open(folder).close();
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    for (var wrong : new Path[] {file, file.resolve("below"), Path.of("/proc/rulewright")}) {
      assertThatThrownBy(() -> DataFolder.open(wrong))
          .isInstanceOf(StartRefusedException.FolderNotWritable.class)
          .hasMessageContaining("--data");
    }
  }

  @Test
  void aFullDiskHasItsOwnSentence() {
    assertThat(DataFolder.refusal(folder, new IOException("write: No space left on device")))
        .isInstanceOf(StartRefusedException.DiskFull.class)
        .hasMessageContaining("full");
  }

  @Test
  void aSecretIsMadeOnceAndKept() {
    try (var data = DataFolder.open(folder)) {
      assertThat(data.secret("one", () -> "first")).isEqualTo("first");
      assertThat(data.secret("one", () -> "second")).isEqualTo("first");
    }
  }
}
