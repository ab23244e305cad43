package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.rulewright.access.Language;

/**
 * The base of every journey: a Chromium of its own for each test, and the running studio.
 *
 * <p>Class names end in {@code Journey}; failsafe runs them after package. A failing test leaves a
 * screenshot in {@code target/screenshots}.
 */
@ExtendWith(ScreenshotOfFailure.class)
public abstract class BrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  protected final RunningStudio studio = RunningStudio.get();
  private @Nullable ChromeDriver chromium;

  /** Opens a browser that asks for this language; a test may open several, one after the other. */
  protected ChromeDriver openBrowser(Language language) {
    closeBrowser();
    chromium = Chromium.open(language);
    return chromium;
  }

  protected ChromeDriver browser() {
    if (chromium == null) {
      throw new IllegalStateException("openBrowser or signIn comes first");
    }
    return chromium;
  }

  /** Opens a browser and signs in, up to the home page. */
  protected void signIn(String login, Language language) {
    openBrowser(language);
    open("login");
    type(waitFor(By.name("username")), login);
    var password = browser().findElement(By.name("password"));
    type(password, RunningStudio.PASSWORD);
    password.sendKeys(Keys.ENTER);
    var unused = waitFor(By.cssSelector(".rw-shell .rw-person"));
  }

  /** Does these steps in a browser of their own, while the one that is open stays as it is. */
  protected void aside(Runnable steps) {
    var kept = chromium;
    chromium = null;
    try {
      steps.run();
    } finally {
      closeBrowser();
      chromium = kept;
    }
  }

  /** Opens an address of the studio, without a leading slash. */
  protected void open(String path) {
    browser().get(studio.address() + "/" + path);
  }

  /** Waits until there is such an element that can be seen. */
  protected WebElement waitFor(By what) {
    var unused =
        new WebDriverWait(browser(), PATIENCE)
            .ignoring(StaleElementReferenceException.class)
            .until(driver -> !displayed(what).isEmpty());
    return displayed(what).getFirst();
  }

  private List<WebElement> displayed(By what) {
    return browser().findElements(what).stream().filter(WebElement::isDisplayed).toList();
  }

  /** Waits until the page's text holds these words. */
  protected void waitForText(String words) {
    var unused =
        new WebDriverWait(browser(), PATIENCE)
            .withMessage("the words \"" + words + "\"")
            .until(driver -> text().contains(words));
  }

  /** Everything that can be read on the page, in dialogs, notices and shadow roots too. */
  protected String text() {
    return String.valueOf(
        run(
            """
            const texts = [document.body.innerText];
            const within = root => root.querySelectorAll('*').forEach(element => {
              if (element.shadowRoot) {
                [...element.shadowRoot.children].forEach(child => texts.push(child.innerText));
                within(element.shadowRoot);
              }
            });
            within(document);
            return texts.join('\\n');
            """));
  }

  /** Waits until this holds; what is drawn anew meanwhile is looked for again. */
  protected void eventually(String what, BooleanSupplier condition) {
    var unused =
        new WebDriverWait(browser(), PATIENCE)
            .withMessage(what)
            .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
            .until(driver -> condition.getAsBoolean());
  }

  /** Hands a file with this content to the upload field that this finds. */
  protected void upload(By field, String fileName, String content) {
    try {
      var folder = Files.createTempDirectory("rw-upload");
      var file = folder.resolve(fileName);
      Files.writeString(file, content);
      file.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      waitFor(field)
          .getShadowRoot()
          .findElement(By.cssSelector("input[type=file]"))
          .sendKeys(file.toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cell of a list that holds these words. */
  protected WebElement inList(String words) {
    return waitFor(inRow(words));
  }

  private static By inRow(String words) {
    return By.xpath(
        "//vaadin-grid-cell-content[contains(normalize-space(), '%s')]".formatted(words));
  }

  /**
   * Whether the screen that has this is open; else clicks the row of a list that leads to it, for a
   * click that meets a list just being filled is lost.
   */
  protected boolean isOpened(By what, String row) {
    if (!displayed(what).isEmpty()) {
      return true;
    }
    displayed(inRow(row)).stream().findFirst().ifPresent(WebElement::click);
    return false;
  }

  /** Clicks the Vaadin button or link with this caption. */
  protected void click(String caption) {
    var path =
        "//vaadin-button[normalize-space()='%1$s'] | //a[normalize-space()='%1$s']"
            + " | //vaadin-side-nav-item[normalize-space()='%1$s']";
    waitFor(By.xpath(path.formatted(caption))).click();
  }

  /** Clicks what this finds, moved clear of the edges of the page first. */
  protected void clickOn(By what) {
    var element = waitFor(what);
    run("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** Fills the Vaadin field with this label. */
  protected void fill(String label, String value) {
    var field =
        waitFor(
            By.xpath(
                "//*[label[normalize-space()='" + label + "']]//*[self::input or self::textarea]"));
    type(field, value);
    field.sendKeys(Keys.TAB);
  }

  protected static void type(WebElement field, String value) {
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
  }

  protected @Nullable Object run(String javaScript, Object... arguments) {
    return ((JavascriptExecutor) browser()).executeScript(javaScript, arguments);
  }

  protected void size(int width, int height) {
    browser().manage().window().setSize(new Dimension(width, height));
  }

  /** Keeps a picture of the page as {@code target/screenshots/<name>.png}. */
  protected void screenshot(String name) {
    if (chromium == null) {
      return;
    }
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), chromium.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Asserts that nothing failed in the browser: no script error, no blocked resource. */
  protected void assertNothingFailedInTheBrowser() {
    List<String> failures =
        browser().manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(LogEntry::getMessage)
            .toList();
    assertThat(failures).isEmpty();
  }

  @AfterEach
  void closeBrowser() {
    if (chromium != null) {
      chromium.quit();
      chromium = null;
    }
  }
}
