package org.rulewright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A studio in a process of its own, which a test may stop or kill. */
final class LaunchedStudio implements AutoCloseable {

  private static final String READY = "Rulewright is ready on ";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path out;
  private final Path err;

  private LaunchedStudio(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Returns at once; {@link #awaitReady} waits. */
  static LaunchedStudio begin(Launcher launcher, Path data, String... options) throws IOException {
    var arguments = new ArrayList<>(List.of("run", "--port", "0", "--data", data.toString()));
    arguments.addAll(List.of(options));
    var out = Files.createTempFile("rulewright-studio", ".out");
    var err = Files.createTempFile("rulewright-studio", ".err");
    var process =
        launcher
            .builder(arguments.toArray(String[]::new))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new LaunchedStudio(process, out, err);
  }

  static LaunchedStudio start(Launcher launcher, Path data, String... options)
      throws IOException, InterruptedException {
    return begin(launcher, data, options).awaitReady();
  }

  /** Ready means that it said where it is and how to get in, whole. */
  LaunchedStudio awaitReady() throws IOException, InterruptedException {
    var begun = Instant.now();
    while (!hasAnnounced(out())) {
      if (!process.isAlive() || begun.plus(PATIENCE).isBefore(Instant.now())) {
        throw new AssertionError("the studio is not ready; it said:\n" + out() + err());
      }
      Thread.sleep(50);
    }
    return this;
  }

  /** Every start tells a way in after its address: a code, or the accounts. */
  private static boolean hasAnnounced(String said) {
    return said.startsWith(READY) && said.endsWith("\n") && said.lines().count() > 1;
  }

  URI address() throws IOException {
    return URI.create(out().lines().findFirst().orElseThrow().substring(READY.length()));
  }

  /** All it said on standard output. */
  String out() throws IOException {
    return Launcher.text(out);
  }

  /** All it said on standard error. */
  String err() throws IOException {
    return Launcher.text(err);
  }

  /** The launcher becomes the studio, so that this is the JVM's. */
  long pid() {
    return process.pid();
  }

  /** The exit code of a start that fails by itself. */
  int awaitEnd() throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("it ended; it said: %s%s", out(), err())
        .isTrue();
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C in its terminal does: every process of the group gets it. */
  int interrupt() throws IOException, InterruptedException {
    return signal("-INT", "-" + pid());
  }

  int terminate() throws IOException, InterruptedException {
    return signal("-TERM", Long.toString(pid()));
  }

  private int signal(String kind, String whom) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", kind, "--", whom).inheritIO().start();
    assertThat(kill.waitFor()).as("kill").isZero();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended; it said: %s", err()).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      terminate();
    }
    Files.delete(out);
    Files.delete(err);
  }
}
