package org.rulewright.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The packaged studio with its demonstration platform, as people start it: its own process. */
final class DemoStudio implements AutoCloseable {
  private static final String READY = "Rulewright is ready on ";
  private static final int LINES_KEPT = 40;

  private final Process process;
  private final String address;
  private final String password;

  private DemoStudio(Process process, String address, String password) {
    this.process = process;
    this.address = address;
    this.password = password;
  }

  /** Starts one and waits until it says that it is ready. */
  static DemoStudio start() {
    var data = Path.of("target", "journeys", "demo-" + ProcessHandle.current().pid());
    try {
      var process =
          new ProcessBuilder(command(data.toAbsolutePath())).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      var address = readyAt(process);
      return new DemoStudio(
          process, address, Files.readString(data.resolve("demo-password")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return address;
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static List<String> command(Path data) {
    var jar = System.getProperty("rulewright.jar");
    if (jar == null) {
      throw new AssertionError("rulewright.jar has to name the packaged studio");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Xmx1g",
        "-jar",
        jar,
        "--server.port=0",
        "--rulewright.data=" + data,
        "--rulewright.demo=true");
  }

  /** Reads the output up to the address, and lets a thread read on so that nothing blocks. */
  private static String readyAt(Process process) throws IOException {
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    Deque<String> last = new ArrayDeque<>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> output.lines().forEach(unread -> {}));
        return line.substring(READY.length()).strip();
      }
      last.add(line);
      if (last.size() > LINES_KEPT) {
        var unused = last.remove();
      }
    }
    throw new AssertionError("the studio did not start:\n" + String.join("\n", last));
  }
}
