package org.rulewright.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A second, real JVM that keeps a database as a studio does, to be killed. */
final class StudioProcess {

  private final Process process;

  private StudioProcess(Process process) {
    this.process = process;
  }

  /** Returns once its database is ready and holds one row. */
  static StudioProcess start(Path folder, Path cache) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                StudioProcess.class.getName(),
                folder.toString(),
                cache.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("READY")) {
        return new StudioProcess(process);
      }
    }
    throw new IOException("the second studio ended before it was ready");
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Also true for one that only waits for its parent to notice. */
  static boolean hasEnded(long pid) throws IOException {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "status")).contains("State:\tZ");
    } catch (NoSuchFileException gone) {
      return true;
    }
  }

  public static void main(String[] arguments) throws Exception {
    var data = DataFolder.open(Path.of(arguments[0]));
    var postgres = EmbeddedPostgres.start(data, Path.of(arguments[1]), List.of());
    Migration.run(postgres.logins());
    var connection = EmbeddedLogins.connect(postgres.logins().owner());
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE rw.kept (number int)");
      statement.execute("INSERT INTO rw.kept VALUES (42)");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO rw.kept VALUES (43)"); // open for ever
    }
    System.out.println("READY");
    Thread.sleep(600_000);
  }
}
