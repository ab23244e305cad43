package org.rulewright.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who PostgreSQL runs as: it refuses root, so root steps down to an unprivileged user.
 *
 * @param prefix put before each command
 * @param owner the user id its folder must belong to, or -1 for the studio's own
 */
record PostgresUser(List<String> prefix, int owner) {

  private static final int NOBODY = 65534;

  static PostgresUser choose() throws IOException, InterruptedException {
    var session = session();
    if (!isRoot()) {
      return new PostgresUser(session, -1);
    }
    var steppedDown =
        new PostgresUser(
            and(session, "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
            NOBODY);
    if (steppedDown.works()) {
      return steppedDown;
    }
    var ownNamespace = new PostgresUser(and(session, "unshare", "-U"), -1);
    if (ownNamespace.works()) {
      return ownNamespace;
    }
    throw new StartRefusedException.DatabaseUnavailable(
        "PostgreSQL refuses to run as root, and neither setpriv nor unshare (package util-linux) works here; start the studio as another user.",
        null);
  }

  /**
   * A session of its own: Ctrl-C on the studio's terminal reaches every process of the terminal's
   * session, and PostgreSQL must outlive the studio's pools. The server takes one by itself; this
   * is for the programs that create and start it.
   */
  private static List<String> session() throws InterruptedException {
    var own = List.of("setsid");
    return new PostgresUser(own, -1).works() ? own : List.of();
  }

  private static List<String> and(List<String> first, String... then) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(then));
    return all;
  }

  private static boolean isRoot() throws IOException {
    var self = Path.of("/proc/self");
    return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
  }

  List<String> command(Path program, List<String> arguments) {
    var whole = new ArrayList<>(prefix);
    whole.add(program.toString());
    whole.addAll(arguments);
    return whole;
  }

  /** Makes a file or folder this user's own. */
  void own(Path file) throws IOException {
    if (owner >= 0) {
      Files.setAttribute(file, "unix:uid", owner);
      Files.setAttribute(file, "unix:gid", owner);
    }
  }

  /** Whether this user can enter the folder through all the folders above it. */
  boolean reaches(Path folder) throws IOException, InterruptedException {
    return run(command(Path.of("/bin/sh"), List.of("-c", "cd \"$0\"", folder.toString())));
  }

  private boolean works() throws InterruptedException {
    try {
      return run(command(Path.of("/bin/sh"), List.of("-c", "true")));
    } catch (IOException absent) {
      return false; // the program is not installed: the next way is tried
    }
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }
}
