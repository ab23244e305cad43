package org.rulewright.ui.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.rulewright.access.Language;

/** The Chromium of this machine, without a screen and without anything of its own accord. */
final class Chromium {

  private Chromium() {}

  static ChromeDriver open(Language language) {
    var tag = language == Language.ZH ? "zh-CN" : "en-US";
    var options = new ChromeOptions();
    options.setBinary(onPath("chromium", "chromium-browser", "google-chrome"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=" + tag,
        "--window-size=1280,800",
        "--user-data-dir=" + freshFolder());
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", tag));
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    var driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(onPath("chromedriver")).toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(driver, options);
  }

  private static String freshFolder() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-").toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String onPath(String... names) {
    return Stream.of(names)
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("install " + names[0] + "; ./rulewright test does that"));
  }

  private static Stream<Path> folders() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).map(Path::of);
  }
}
