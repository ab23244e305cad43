package org.rulewright.access;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditTrail;
import org.rulewright.audit.AuditVerification;
import org.rulewright.database.CommandDatabase;
import org.rulewright.database.StartRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The commands for whoever can read the data folder, beside a running studio or without one.
 *
 * <p>Standard output carries the result alone; everything else goes to standard error.
 */
public final class Commands {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int WRONG_USAGE = 2;

  private static final String USAGE =
      """
      key create --name NAME --roles ROLE,... [--environments ENVIRONMENT,...] [--data FOLDER]
      verify-audit [--data FOLDER]
      roles for keys: %s
      """
          .formatted(String.join(", ", RoleList.forKeys()));

  private Commands() {}

  /** Whether the first argument names one of these commands. */
  public static boolean isCommand(String[] arguments) {
    return arguments.length > 0 && Set.of("key", "verify-audit").contains(arguments[0]);
  }

  /** Runs a command and returns the exit code. */
  public static int run(String[] arguments) {
    var out = System.out;
    System.setOut(System.err); // whatever a library prints is no result
    quietLogging();
    try {
      return run(arguments, out, System.err);
    } finally {
      System.setOut(out);
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      if (arguments.length >= 2 && arguments[0].equals("key") && arguments[1].equals("create")) {
        return createKey(
            Options.of(arguments, 2, Set.of("name", "roles", "environments", "data")), out);
      }
      if (arguments.length >= 1 && arguments[0].equals("verify-audit")) {
        return verifyAudit(Options.of(arguments, 1, Set.of("data")), out, err);
      }
      throw new WrongUsageException("unknown command: " + String.join(" ", arguments));
    } catch (WrongUsageException wrong) {
      err.println(wrong.getMessage());
      err.print(USAGE);
      return WRONG_USAGE;
    } catch (StartRefusedException refused) {
      err.println(refused.sentence());
      return FAILED;
    }
  }

  private static int createKey(Options options, PrintStream out) throws WrongUsageException {
    var name = options.required("name");
    if (!Names.isName(name)) {
      throw new WrongUsageException("--name needs 1 to 100 visible characters");
    }
    var roles = RoleList.parse(options.required("roles"));
    var environments = options.list("environments");
    try (var database = CommandDatabase.open(options.data())) {
      var jdbc = JdbcClient.create(database.dataSource());
      var transactions = new JdbcTransactionManager(database.dataSource());
      var keys = new ApiKeys(jdbc, new AuditTrail(jdbc, transactions), transactions);
      out.println(keys.create(name, roles, environments, Actor.SYSTEM).secret());
      out.flush();
    }
    return DONE;
  }

  private static int verifyAudit(Options options, PrintStream out, PrintStream err)
      throws WrongUsageException {
    try (var database = CommandDatabase.open(options.data())) {
      var jdbc = JdbcClient.create(database.dataSource());
      var trail = new AuditTrail(jdbc, new JdbcTransactionManager(database.dataSource()));
      switch (trail.verify()) {
        case AuditVerification.Intact intact -> {
          out.printf(
              "The audit trail is intact: %d entries, last hash %s%n",
              intact.entries(), intact.head());
          return DONE;
        }
        case AuditVerification.Broken broken -> {
          err.printf(
              "The audit trail is broken at position %d: %s.%n",
              broken.position(), broken.damage());
          return FAILED;
        }
      }
    }
  }

  /** For commands: only warnings and worse are said. */
  public static void quietLogging() {
    if (LoggerFactory.getLogger("ROOT") instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(ch.qos.logback.classic.Level.WARN);
    }
  }

  /** The command line is not one of ours. */
  static final class WrongUsageException extends Exception {
    WrongUsageException(String message) {
      super(message);
    }
  }

  /** What follows the command. */
  private record Options(TreeMap<String, String> values) {

    static Options of(String[] arguments, int from, Set<String> known) throws WrongUsageException {
      var values = new TreeMap<String, String>();
      for (var i = from; i < arguments.length; i++) {
        var argument = arguments[i];
        var equals = argument.indexOf('=');
        var name = argument.replaceFirst("^--", "").replaceFirst("=.*", "");
        if (!argument.startsWith("--") || !known.contains(name)) {
          throw new WrongUsageException("unknown option: " + argument);
        }
        if (equals < 0 && i + 1 == arguments.length) {
          throw new WrongUsageException("option " + argument + " needs a value");
        }
        values.put(name, equals < 0 ? arguments[++i] : argument.substring(equals + 1));
      }
      return new Options(values);
    }

    String required(String name) throws WrongUsageException {
      var value = values.get(name);
      if (value == null || value.isBlank()) {
        throw new WrongUsageException("option --" + name + " is missing");
      }
      return value.strip();
    }

    Set<String> list(String name) {
      return RoleList.split(values.getOrDefault(name, ""));
    }

    Path data() {
      return Path.of(values.getOrDefault("data", ".data"));
    }
  }
}
