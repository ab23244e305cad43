package org.rulewright.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher of this working copy, on the jar that was just packaged. */
record Launcher(Map<String, String> environment) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path TARGET = ROOT.resolve("studio-ui/target");
  private static final int LIMIT_SECONDS = 180;

  /** How a command ended and what it said. */
  record Ended(int code, String out, String err) {}

  /**
   * Tells the launcher that the jar is fresh, and that it learned: the file in place of what it
   * would have learned is rubbish, so that every start here is one with a cache that does not fit.
   */
  static Launcher ready() {
    try {
      var mark = Long.toString(ProcessHandle.current().pid());
      Files.writeString(TARGET.resolve(".built"), mark);
      var launcher = new Launcher(Map.of());
      launcher.run("audit", "verify", "--no-such-option"); // unpacks the jar
      var layout = TARGET.resolve("studio-" + mark);
      for (var file : List.of("studio.aot", "learned")) {
        // Gone afterwards, so that the next run learns for good.
        Files.writeString(layout.resolve(file), "rubbish").toFile().deleteOnExit();
      }
      return launcher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Launcher with(String name, String value) {
    var more = new HashMap<>(environment);
    more.put(name, value);
    return new Launcher(more);
  }

  /** Runs a command that ends by itself. */
  Ended run(String... arguments) {
    try {
      var out = File.createTempFile("rulewright", ".out");
      var err = File.createTempFile("rulewright", ".err");
      try {
        var process = builder(arguments).redirectOutput(out).redirectError(err).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(
              "still runs: %s%n%s".formatted(List.of(arguments), Files.readString(err.toPath())));
        }
        return new Ended(
            process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
      } finally {
        Files.delete(out.toPath());
        Files.delete(err.toPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * As a terminal starts it: in a process group of its own and with SIGINT not ignored, whatever
   * the build itself was started by.
   */
  ProcessBuilder builder(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                "env", "--default-signal=INT", "setsid", ROOT.resolve("rulewright").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("RULEWRIGHT_JDK", System.getProperty("java.home"));
    builder.environment().put("RULEWRIGHT_INSTALL", "no");
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    return builder;
  }

  static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
