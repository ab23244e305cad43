package org.rulewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the engine's README, run in a process of its own as a reader would. */
class EngineReadmeTest {
  private static final int LINES = 25;

  @Test
  void theExampleOfTheReadmePrintsWhatTheReadmeSays(@TempDir Path folder) throws Exception {
    var readme = Files.readString(Path.of("README.md"));
    var program = block(readme, "java");
    var source = Files.writeString(folder.resolve("Example.java"), program);
    var model =
        Path.of(Objects.requireNonNull(EngineReadmeTest.class.getResource("credit.dmn")).toURI());

    assertThat(run(source, model)).isEqualTo(block(readme, "text"));
    assertThat(program.lines().filter(line -> !line.startsWith("import"))).hasSizeLessThan(LINES);
  }

  private static String run(Path source, Path model) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(List.of(java, "-cp", classes, source.toString(), model.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    return printed;
  }

  private static String block(String readme, String language) {
    var found = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(readme);
    assertThat(found.find()).as("a block of %s", language).isTrue();
    return found.group(1);
  }
}
