package org.rulewright.decisionlog;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rulewright.access.Commands;
import org.rulewright.database.CommandDatabase;
import org.rulewright.database.StartRefusedException;
import org.rulewright.notification.Notifications;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The command that computes every digest and every chain of the recorded decisions again, beside a
 * running studio or without one.
 */
public final class VerifyCommand {

  private static final String NAME = "verify-decisions";

  private VerifyCommand() {}

  /** Whether the first argument names this command. */
  public static boolean isCommand(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /** Runs the command and returns the exit code. */
  public static int run(String[] arguments) {
    var out = System.out;
    System.setOut(System.err); // whatever a library prints is no result
    try {
      Commands.quietLogging();
      return run(List.of(arguments), out, System.err);
    } finally {
      System.setOut(out);
    }
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    var folder = folder(arguments.subList(1, arguments.size()));
    if (folder.isEmpty()) {
      err.println("usage: " + NAME + " --data FOLDER");
      return Commands.WRONG_USAGE;
    }
    try (var database = CommandDatabase.open(folder.get())) {
      var jdbc = new JdbcTemplate(database.dataSource());
      var snapshot = DecisionLog.snapshot(new JdbcTransactionManager(database.dataSource()));
      var found = new LogVerifier(jdbc, snapshot).verify();
      new LogAlarm(new Notifications(JdbcClient.create(jdbc), unheard -> {})).verified(found);
      return report(found, out, err);
    } catch (StartRefusedException refused) {
      err.println(refused.sentence());
      return Commands.FAILED;
    }
  }

  private static Optional<Path> folder(List<String> options) {
    if (options.size() == 2 && options.getFirst().equals("--data")) {
      return Optional.of(Path.of(options.getLast()));
    }
    return options.size() == 1 && options.getFirst().startsWith("--data=")
        ? Optional.of(Path.of(options.getFirst().substring("--data=".length())))
        : Optional.empty();
  }

  private static int report(LogVerification found, PrintStream out, PrintStream err) {
    if (found.intact()) {
      out.printf(
          "The decision log is intact: %d records checked in %d chains, %d dropped with their month%n",
          found.checked(), found.sessions(), found.dropped());
      return Commands.DONE;
    }
    err.println("The decision log is not what was recorded:");
    found.findings().forEach(finding -> err.println("  " + finding));
    return Commands.FAILED;
  }
}
