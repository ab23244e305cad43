package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.decision.FactType;
import org.rulewright.feature.Feature;
import org.rulewright.feature.FeatureData;
import org.rulewright.feature.FeatureName;
import org.rulewright.feature.FeatureResult;
import org.rulewright.feature.Features;
import org.rulewright.serving.Json;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Shows the feature dictionary and adds to it. */
@RestController
@RequestMapping("/api/v1/features")
class FeatureController {

  private static final String EXAMPLE =
      "{\"name\": \"sales\", \"labelZh\": \"...\", \"labelEn\": \"...\", \"type\": \"NUMBER\", \"unit\": \"CNY\"}";

  private final Features features;

  FeatureController(Features features) {
    this.features = features;
  }

  @GetMapping
  ResponseEntity<byte[]> list() {
    return Answers.ok(
        Answers.members(
            "features", features.list().stream().map(FeatureController::json).toList()));
  }

  @GetMapping("/{name}")
  ResponseEntity<byte[]> find(@PathVariable String name, HttpServletRequest http) {
    return features
        .find(name)
        .map(found -> Answers.ok(json(found)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, name));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> create(
      @RequestBody byte[] body, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    var wanted = Wanted.read(body);
    if (wanted.isEmpty()) {
      return Answers.problem(http, ProblemKind.UNREADABLE, EXAMPLE);
    }
    var feature = wanted.get();
    return switch (features.create(feature.name(), feature.data(), caller.actor())) {
      case FeatureResult.Saved saved -> Answers.json(201, json(saved.feature()));
      case FeatureResult.NameTaken taken ->
          Answers.problem(http, ProblemKind.CONFLICT, taken.name().text());
      case FeatureResult.Conflict conflict ->
          Answers.problem(http, ProblemKind.CONFLICT, conflict.theirs().name().text());
    };
  }

  private static Map<String, @Nullable Object> json(Feature feature) {
    return Answers.members(
        "name", feature.name().text(),
        "labelZh", feature.data().labelZh(),
        "labelEn", feature.data().labelEn(),
        "type", feature.type(),
        "unit", feature.unit(),
        "allowedValues", feature.allowedValues(),
        "owner", feature.data().owner(),
        "source", feature.data().source(),
        "description", feature.data().description(),
        "revision", feature.revision());
  }

  /** A feature as it is wanted. */
  private record Wanted(FeatureName name, FeatureData data) {

    /** Empty when the body is no such feature. */
    static Optional<Wanted> read(byte[] body) {
      try {
        var members = Json.MAPPER.readValue(body, Map.class);
        return members == null ? Optional.empty() : Optional.of(of(members));
      } catch (JacksonException | IllegalArgumentException malformed) {
        return Optional.empty();
      }
    }

    private static Wanted of(Map<?, ?> members) {
      var data =
          new FeatureData(
              text(members, "labelZh"),
              text(members, "labelEn"),
              FactType.valueOf(text(members, "type")),
              text(members, "unit"),
              allowed(members.get("allowedValues")),
              text(members, "owner"),
              text(members, "source"),
              text(members, "description"));
      return new Wanted(new FeatureName(text(members, "name")), data);
    }

    private static String text(Map<?, ?> members, String name) {
      return members.get(name) instanceof String text ? text : "";
    }

    private static List<String> allowed(@Nullable Object values) {
      return values instanceof Collection<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }
  }
}
