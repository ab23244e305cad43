package org.rulewright.ui.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.journey.BrowserTest;

/** Models of every edition go through the editor and come out whole. */
class RoundTripJourney extends BrowserTest {

  /** Loads a model into an editor of its own, opens every view, and gives back what it writes. */
  private static final String THROUGH_THE_EDITOR =
      """
      const [xml, done] = arguments;
      const editor = document.createElement('rw-dmn-editor');
      editor.style.cssText = 'position:fixed;inset:0;z-index:9';
      document.body.append(editor);
      let failure = '';
      editor.addEventListener('rw-unreadable', (event) => failure = event.detail.message);
      editor.load(xml, 1)
        .then(async () => { for (const view of editor.views()) await editor.openView(view.id); })
        .then(() => done([failure || JSON.stringify(editor.losses), failure ? '' : editor.write()]))
        .catch((error) => done([String(error), '']))
        .finally(() => editor.remove());
      """;

  private static final String ODD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- before -->
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:x="urn:x" id="d"
          name="odd" namespace="urn:odd" x:mark="1">
        <extensionElements><x:owner code="7"><x:deep>text</x:deep></x:owner></extensionElements>
        <decision id="one" name="one" x:weight="heavy">
          <!-- between -->
          <variable id="v" name="one"/>
          <for iteratorVariable="i"><in><literalExpression><text>1..3</text></literalExpression></in>
            <return><literalExpression><text>i * 2</text></literalExpression></return></for>
        </decision>
        <x:strange id="s"><x:inner/></x:strange>
      </definitions>
      """;

  @Test
  void foreignElementsAndCommentsAreStillThereAfterEditing() {
    openAnEditor();
    var written = through(ODD);
    assertThat(new Bag(written).missing(new Bag(ODD))).isEmpty();
  }

  @Test
  void everyPublicModelComesOutWhole() throws IOException {
    var folders = Stream.of("models/dmn", "conformance/dmn-tck").map(shared()::resolve).toList();
    Assumptions.assumeTrue(
        folders.stream().allMatch(Files::isDirectory),
        "skipped: the public models are not beside the project, RULEWRIGHT_SHARED is not set");
    openAnEditor();
    Map<String, Map<String, Integer>> lost = new TreeMap<>();
    var files = models(folders);
    for (Path file : files) {
      var original = Files.readString(file);
      var missing = new Bag(through(original)).missing(new Bag(original));
      if (!missing.isEmpty()) {
        lost.put(file.getFileName().toString(), missing);
      }
    }
    assertThat(files).hasSizeGreaterThan(150);
    assertThat(lost).isEmpty();
  }

  private static List<Path> models(List<Path> folders) throws IOException {
    List<Path> models = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".dmn")).forEach(models::add);
      }
    }
    return models;
  }

  private static Path shared() {
    var configured = System.getenv("RULEWRIGHT_SHARED");
    if (configured != null && !configured.isBlank()) {
      return Path.of(configured);
    }
    return Path.of("").toAbsolutePath().resolve("../../shared").normalize();
  }

  private void openAnEditor() {
    var person = studio.person("round-trip", "Round Trip", Language.EN, Role.STRATEGIST);
    var key = new StrategyKey("round-" + UUID.randomUUID().toString().substring(0, 8));
    studio
        .bean(Strategies.class)
        .create(new NewStrategy(key, "往返", "Round trip", ""), person.actor());
    signIn(person.login(), Language.EN);
    open("strategies/" + key);
    waitFor(By.tagName("rw-dmn-editor"));
    browser().manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
  }

  private String through(String xml) {
    var answer = (List<?>) browser().executeAsyncScript(THROUGH_THE_EDITOR, xml);
    assertThat(answer.getFirst()).as("losses the editor itself reports").isEqualTo("[]");
    return String.valueOf(answer.get(1));
  }
}
