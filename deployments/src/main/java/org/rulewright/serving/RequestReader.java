package org.rulewright.serving;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Reads the body of a request for a decision and collects everything that is wrong with it. */
final class RequestReader {

  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final Set<String> MEMBERS =
      Set.of("subject", "facts", "asOf", "whatIf", "reference", "channel", "explain");
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_REFERENCE = 200;
  private static final int LONGEST_CHANNEL = 50;

  private final Map<String, @Nullable Object> body;
  private final RequestTexts texts;
  private final List<FieldProblem> problems = new ArrayList<>();

  private RequestReader(Map<String, @Nullable Object> body, Locale language) {
    this.body = body;
    texts = new RequestTexts(language);
  }

  static ReadRequest read(byte[] json, Locale language) {
    try {
      var body = Json.MAPPER.readValue(json, OBJECT);
      return body == null
          ? new ReadRequest.Unreadable(new RequestTexts(language).notAnObject())
          : new RequestReader(body, language).read();
    } catch (JacksonException malformed) {
      return new ReadRequest.Unreadable(new RequestTexts(language).malformed(malformed));
    }
  }

  private ReadRequest read() {
    body.keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .forEach(name -> wrong(name, "request.unknown-member", texts.unknownMember(name)));
    var subject = text("subject", LONGEST_SUBJECT);
    if (body.get("subject") == null) {
      wrong("subject", "request.missing", texts.missing("subject"));
    }
    var request =
        new DecisionRequest(
            subject.orElse(""),
            facts(),
            asOf(),
            truth("whatIf"),
            text("reference", LONGEST_REFERENCE).orElse(null),
            channel(),
            truth("explain"));
    return problems.isEmpty() ? new ReadRequest.Read(request) : new ReadRequest.Wrong(problems);
  }

  private Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    switch (body.get("facts")) {
      case null -> wrong("facts", "request.missing", texts.missing("facts"));
      case Map<?, ?> given -> given.forEach((name, value) -> facts.put((String) name, value));
      default -> wrong("facts", "request.wrong-type", texts.notAnObject("facts"));
    }
    return facts;
  }

  private @Nullable OffsetDateTime asOf() {
    switch (body.get("asOf")) {
      case null -> {
        return null;
      }
      case String text when text.length() < 64 -> {
        try {
          var moment = OffsetDateTime.parse(text);
          if (moment.getYear() >= 1 && moment.getYear() <= 9999) {
            return moment;
          }
        } catch (DateTimeException malformed) {
          // told below, like every other value that is no moment
        }
      }
      default -> {}
    }
    wrong("asOf", "request.wrong-type", texts.notAMoment("asOf"));
    return null;
  }

  private @Nullable String channel() {
    var channel = text("channel", LONGEST_CHANNEL);
    if (channel.filter(DecisionRequest.WHAT_IF_CHANNEL::equals).isPresent()) {
      wrong("channel", "request.reserved", texts.reserved("channel"));
    }
    return channel.orElse(null);
  }

  private boolean truth(String name) {
    return switch (body.get(name)) {
      case null -> false;
      case Boolean given -> given;
      default -> {
        wrong(name, "request.wrong-type", texts.notABoolean(name));
        yield false;
      }
    };
  }

  /** A text of one line; blank, too long or with control characters it is wrong. */
  private Optional<String> text(String name, int longest) {
    switch (body.get(name)) {
      case null -> {
        return Optional.empty();
      }
      case String text
          when !text.isBlank()
              && text.length() <= longest
              && text.chars().noneMatch(Character::isISOControl) -> {
        return Optional.of(text);
      }
      default -> {
        wrong(name, "request.wrong-text", texts.notAText(name, longest));
        return Optional.empty();
      }
    }
  }

  private void wrong(String name, String code, String message) {
    problems.add(new FieldProblem("/" + name.replace("~", "~0").replace("/", "~1"), code, message));
  }
}
