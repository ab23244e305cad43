package org.rulewright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher says and does beside one studio with the demonstration. */
class LauncherJourney {

  private static final Pattern ACCOUNT = Pattern.compile(" +(\\S+) / (\\S+)");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private static Launcher launcher = new Launcher(Map.of());
  private static StudioFolder data = new StudioFolder(Path.of("/"));
  private static @Nullable LaunchedStudio started;

  @BeforeAll
  static void start() throws Exception {
    launcher = Launcher.ready();
    data = StudioFolder.fresh();
    started = LaunchedStudio.start(launcher, data.path());
  }

  @AfterAll
  static void stop() throws Exception {
    studio().close();
    data.close();
  }

  @Test
  void itPrintsTheAddressAndAccountsThatWorkAndNothingElse() throws Exception {
    var said = studio().out().lines().toList();

    assertThat(said.getFirst()).matches("Rulewright is ready on http://localhost:\\d+");
    var accounts = said.subList(1, said.size());
    assertThat(accounts)
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(line -> ACCOUNT.matcher(line).matches());
    for (var line : accounts) {
      var account = ACCOUNT.matcher(line);
      assertThat(account.matches()).isTrue();
      assertThat(placeAfterLogin(account.group(1), account.group(2)))
          .as(line)
          .doesNotContain("error");
    }
    assertThat(placeAfterLogin("strategist", "not-the-password")).contains("error");
    assertThat(studio().err()).doesNotContain("\tat ");
  }

  @Test
  void theDemonstrationListensOnThisMachineAlone() throws Exception {
    var port = "%04X".formatted(studio().address().getPort());
    var listening =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .map(Path::of)
            .filter(Files::exists)
            .flatMap(LauncherJourney::lines)
            .map(line -> line.strip().split("\\s+", -1))
            .filter(fields -> fields[1].endsWith(":" + port) && fields[3].equals("0A"))
            .map(fields -> fields[1])
            .toList();

    assertThat(listening)
        .hasSize(1)
        .allMatch(local -> local.matches("(0{16}FFFF0000)?0100007F:" + port), "127.0.0.1");
  }

  @Test
  void aKeyIsPrintedAloneAndWorks() throws Exception {
    var made = key("--name", "ci", "--roles", "caller", "--environments", "production");

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).matches("\\S{20,}\n");
    var answer =
        new Caller(studio().address(), made.out().strip()).decide("91440300MA5TEST001", "first");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void theChainsAreVerifiedBesideTheRunningStudio() {
    var audit = launcher.run("audit", "verify", "--data", data.path().toString());
    assertThat(audit.code()).as(audit.err()).isZero();
    assertThat(audit.out()).startsWith("The audit trail is intact: ");

    var decisions = launcher.run("decisions", "verify", "--data", data.path().toString());
    assertThat(decisions.code()).as(decisions.err()).isZero();
    assertThat(decisions.out()).startsWith("The decision log is intact: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "run --port",
        "run --port 70000",
        "run --port many",
        "run --data",
        "run --address",
        "run --fast",
        "test now",
        "bench quickly",
        "key",
        "key destroy",
        "key create --name ci",
        "key create --name ci --roles governor",
        "audit",
        "decisions",
        "decisions verify --all"
      })
  void wrongUsageIsSaidAndEndsWithTwo(String line) {
    var ended = launcher.run(line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).doesNotContain("\tat ");
  }

  @Test
  void helpNamesEveryCommandAndSucceeds() {
    var help = launcher.run("help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains(
            "run ", "test", "bench", "key create", "audit verify", "decisions verify", "help");
  }

  @Test
  void aDataFolderInUseIsRefusedNamingTheStudio() {
    var ended = launcher.run("run", "--port", "0", "--data", data.path().toString());

    refused(ended, "in use", "process " + studio().pid());
  }

  @Test
  void aTakenPortIsRefused() throws Exception {
    var port = Integer.toString(studio().address().getPort());
    try (var other = StudioFolder.fresh()) {
      var ended =
          launcher.run(
              "run",
              "--empty",
              "--address",
              "127.0.0.1",
              "--port",
              port,
              "--data",
              other.path().toString());

      refused(ended, "Port " + port + " is taken");
      assertThat(other.postgres()).as("its PostgreSQL was stopped").isEmpty();
    }
  }

  @Test
  void theDataOfANewerVersionIsRefused() throws Exception {
    try (var newer = StudioFolder.fresh()) {
      Files.writeString(newer.path().resolve("version"), "99");

      refused(
          launcher.run("run", "--port", "0", "--data", newer.path().toString()), "newer version");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/rulewright", "/dev/null", "/dev/null/data"})
  void aFolderThatCannotBeWrittenIsRefused(String folder) {
    refused(
        launcher.run("run", "--port", "0", "--data", folder), "data folder " + folder, "--data");
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws IOException {
    var nothing = Files.createTempDirectory("rulewright-no-jdk");
    try {
      var ended =
          launcher
              .with("RULEWRIGHT_JDK", "")
              .with("JAVA_HOME", "")
              .with("RULEWRIGHT_JDK_FOLDERS", nothing.toString())
              .run("run", "--port", "0");

      refused(ended, "no JDK 25", "RULEWRIGHT_JDK");
    } finally {
      Files.delete(nothing);
    }
  }

  @Test
  void aJdkThatIsNoneIsRefused() {
    refused(
        launcher.with("RULEWRIGHT_JDK", "/tmp").run("run", "--port", "0"),
        "RULEWRIGHT_JDK",
        "/tmp");
  }

  private static LaunchedStudio studio() {
    return Objects.requireNonNull(started, "it did not start");
  }

  private static void refused(Launcher.Ended ended, String... words) {
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().filter(line -> !line.contains("  INFO ")))
        .as("one sentence")
        .hasSize(1);
    assertThat(ended.err()).contains(words);
  }

  private static Launcher.Ended key(String... options) {
    return launcher.run(
        Stream.of(List.of("key", "create", "--data", data.path().toString()), List.of(options))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  /** Where the door sends whoever signs in with these, as a browser would. */
  private static String placeAfterLogin(String login, String password) throws Exception {
    try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var page =
          browser.send(HttpRequest.newBuilder(at("/login")).build(), BodyHandlers.ofString());
      var csrf = CSRF.matcher(page.body());
      assertThat(csrf.find()).as("the page has a CSRF token: %s", page.body()).isTrue();
      var form =
          Map.of("username", login, "password", password, "_csrf", csrf.group(1))
              .entrySet()
              .stream()
              .map(field ->
                  field.getKey()
                      + "="
                      + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      HttpResponse<String> answer =
          browser.send(
              HttpRequest.newBuilder(at("/login"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(302);
      return answer.headers().firstValue("Location").orElseThrow();
    }
  }

  private static URI at(String path) throws IOException {
    return studio().address().resolve(path);
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
