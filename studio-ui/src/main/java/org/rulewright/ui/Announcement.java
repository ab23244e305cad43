package org.rulewright.ui;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.rulewright.access.FirstRun;
import org.rulewright.database.DataFolder;
import org.rulewright.ui.access.DemoAccounts;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Tells whoever started the studio where it is and how to get in. */
final class Announcement {

  private Announcement() {}

  static void print(WebServerApplicationContext studio, PrintStream out) throws IOException {
    var server = studio.getWebServer();
    var host = host(studio.getEnvironment().getProperty("server.address", ""));
    var lines = new ArrayList<String>();
    lines.add(
        "Rulewright is ready on http://" + host + ":" + (server == null ? "?" : server.getPort()));
    lines.addAll(waysIn(studio));
    out.print(lines.stream().collect(joining("\n", "", "\n"))); // whole, for who reads along
    out.flush();
  }

  /** Reached as localhost unless it listens on another address alone. */
  static String host(String address) throws UnknownHostException {
    if (address.isBlank()) {
      return "localhost";
    }
    var given = InetAddress.getByName(address);
    if (given.isLoopbackAddress() || given.isAnyLocalAddress()) {
      return "localhost";
    }
    return given instanceof Inet6Address ? "[" + given.getHostAddress() + "]" : address;
  }

  private static List<String> waysIn(WebServerApplicationContext studio) throws IOException {
    if (studio.getBean(FirstRun.class).pending()) {
      var file = studio.getBean(DataFolder.class).path().resolve(FirstRun.CODE_FILE);
      return List.of(
          "Create the first administrator there with the one-time code "
              + Files.readString(file).strip());
    }
    var demo = studio.getBeanProvider(DemoAccounts.class).getIfAvailable();
    return demo == null
        ? List.of()
        : demo.list().stream()
            .map(account -> "  " + account.login() + " / " + account.password())
            .toList();
  }
}
