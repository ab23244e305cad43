package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rulewright.access.AccessRefusal;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.Theme;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditVerification;
import org.rulewright.job.JobState;
import org.rulewright.notification.NotificationKind;

class MessageFilesTest {
  private static final Pattern USED = Pattern.compile("\\btr\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern TITLE = Pattern.compile("\\btitle = \"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");
  private static final Pattern PREFIX =
      Pattern.compile("(?:trOf\\(\\s*\"([^\"]+)\"|\"([a-z]+(?:\\.[A-Za-z0-9_-]+)*)\\.\"\\s*\\+)");

  private static final Pattern SUFFIX = Pattern.compile("\\+\\s*\"(\\.[a-z]+)\"");

  /** Enums whose every constant has a text under these prefixes. */
  private static final Map<String, List<? extends Enum<?>>> ENUMS =
      Map.ofEntries(
          Map.entry("shell.role", List.of(Role.values())),
          Map.entry("access.role", List.of(Role.values())),
          Map.entry("access.refusal", List.of(AccessRefusal.values())),
          Map.entry("audit.action", List.of(AuditAction.values())),
          Map.entry("audit.damage", List.of(AuditVerification.Damage.values())),
          Map.entry("shell.job.state", List.of(JobState.values())),
          Map.entry("shell.language", List.of(Language.values())),
          Map.entry("shell.colours", List.of(Theme.values())),
          Map.entry("shell.area", List.of(Area.DESIGN, Area.OPERATION, Area.ADMINISTRATION)),
          Map.entry("notification.text", List.of(NotificationKind.values())),
          Map.entry("notification.kind", List.of(NotificationKind.values())));

  private final MessageFiles files = new MessageFiles();

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(keys(Language.EN)).isEqualTo(keys(Language.ZH)).hasSizeGreaterThan(200);
  }

  @Test
  void noTextIsEmpty() {
    for (Language language : Language.values()) {
      assertThat(files.of(language))
          .allSatisfy((key, text) -> assertThat((String) text).as("%s", key).isNotEmpty());
    }
  }

  @Test
  void everyKeyUsedInTheSourcesHasAText() {
    var used =
        Stream.of(USED, TITLE)
            .flatMap(pattern -> UiSources.find(pattern).stream())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).hasSizeGreaterThan(100);
    assertThat(keys(Language.ZH)).containsAll(used);
  }

  @Test
  void everyConstantShownToPeopleHasAText() {
    ENUMS.forEach((prefix, constants) ->
        assertThat(keys(Language.ZH))
            .containsAll(
                constants.stream().map(constant -> prefix + "." + constant.name()).toList()));
  }

  @Test
  void everyPrefixUsedWithAnEnumIsCoveredByThisTest() {
    var prefixes =
        UiSources.find(Pattern.compile("trOf\\(\\s*\"([^\"]+)\"")).stream()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    assertThat(prefixes).isNotEmpty();
    for (String prefix : prefixes) {
      assertThat(keys(Language.ZH)).as(prefix).anyMatch(key -> key.startsWith(prefix + "."));
    }
  }

  @Test
  void noTextIsLeftThatNobodyShows() {
    var literals =
        UiSources.find(LITERAL).stream().map(match -> match.group(1)).collect(Collectors.toSet());
    var prefixes =
        UiSources.find(PREFIX).stream()
            .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
            .map(prefix -> prefix + ".")
            .collect(Collectors.toSet());
    var suffixes =
        UiSources.find(SUFFIX).stream().map(match -> match.group(1)).collect(Collectors.toSet());
    assertThat(keys(Language.ZH))
        .allMatch(key ->
            literals.contains(key)
                || prefixes.stream().anyMatch(key::startsWith)
                || literals.contains(withoutSuffix(key, suffixes)));
  }

  private static String withoutSuffix(String key, Set<String> suffixes) {
    return suffixes.stream()
        .filter(key::endsWith)
        .map(suffix -> key.substring(0, key.length() - suffix.length()))
        .findFirst()
        .orElse(key);
  }

  @Test
  void apostrophesDoNotSwallowTheArguments() {
    for (Language language : Language.values()) {
      assertThat(files.of(language).values())
          .allMatch(text -> !((String) text).contains("{") || !((String) text).contains("'"));
    }
  }

  @Test
  void argumentsAreTheSameInBothLanguages() {
    var argument = Pattern.compile("\\{(\\d)");
    assertThat(keys(Language.ZH))
        .allSatisfy(key ->
            assertThat(arguments(argument, files.of(Language.EN).getProperty(key)))
                .isEqualTo(arguments(argument, files.of(Language.ZH).getProperty(key))));
  }

  private static Set<String> arguments(Pattern argument, String text) {
    return argument.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
  }

  private Set<String> keys(Language language) {
    return new TreeSet<>(files.of(language).stringPropertyNames());
  }
}
