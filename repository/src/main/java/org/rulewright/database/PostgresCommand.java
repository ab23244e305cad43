package org.rulewright.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program of PostgreSQL, apart from the studio's environment. */
record PostgresCommand(List<String> command) {

  /** How it ended and what it said. */
  record Done(boolean succeeded, String output) {}

  Done run(Duration limit) throws IOException, InterruptedException {
    // A file and not a pipe: the server inherits it and would keep a pipe open for ever.
    var output = File.createTempFile("rulewright-postgres", ".out");
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(new File("/"))
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(output);
      var path = builder.environment().get("PATH");
      builder.environment().clear();
      builder.environment().put("LC_ALL", "C");
      if (path != null) {
        builder.environment().put("PATH", path);
      }
      var process = builder.start();
      var ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroy();
      }
      return new Done(
          ended && process.exitValue() == 0,
          new String(Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8));
    } finally {
      Files.delete(output.toPath());
    }
  }
}
