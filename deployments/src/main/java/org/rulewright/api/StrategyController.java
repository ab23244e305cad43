package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.serving.ProblemKind;
import org.rulewright.version.StrategyUse;
import org.rulewright.version.Version;
import org.rulewright.version.VersionPin;
import org.rulewright.version.VersionSummary;
import org.rulewright.version.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows strategies and their versions. */
@RestController
@RequestMapping("/api/v1/strategies")
class StrategyController {

  private final Strategies strategies;
  private final Versions versions;

  StrategyController(Strategies strategies, Versions versions) {
    this.strategies = strategies;
    this.versions = versions;
  }

  @GetMapping
  ResponseEntity<byte[]> list() {
    return Answers.ok(
        Answers.members(
            "strategies", strategies.list().stream().map(StrategyController::json).toList()));
  }

  @GetMapping("/{key}")
  ResponseEntity<byte[]> find(@PathVariable String key, HttpServletRequest http) {
    return strategy(key)
        .map(found -> Answers.ok(json(found)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key));
  }

  /** Who uses the rules of a strategy. */
  @GetMapping("/{key}/uses")
  ResponseEntity<byte[]> uses(@PathVariable String key, HttpServletRequest http) {
    return strategy(key)
        .map(found -> versions.usersOf(found.key()).stream().map(StrategyController::json).toList())
        .map(list -> Answers.ok(Answers.members("uses", list)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key));
  }

  @GetMapping("/{key}/versions")
  ResponseEntity<byte[]> versions(@PathVariable String key, HttpServletRequest http) {
    return strategy(key)
        .map(found -> versions.list(found.key()).stream().map(StrategyController::json).toList())
        .map(list -> Answers.ok(Answers.members("versions", list)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key));
  }

  @GetMapping("/{key}/versions/{number}")
  ResponseEntity<byte[]> version(
      @PathVariable String key, @PathVariable int number, HttpServletRequest http) {
    return strategy(key)
        .flatMap(found -> versions.find(found.key(), number))
        .map(found -> Answers.ok(json(found)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key + " " + number));
  }

  private Optional<Strategy> strategy(String key) {
    return StrategyKey.parse(key).flatMap(strategies::find);
  }

  private static Map<String, @Nullable Object> json(Strategy strategy) {
    return Answers.members(
        "key", strategy.key().value(),
        "nameZh", strategy.nameZh(),
        "nameEn", strategy.nameEn(),
        "purpose", strategy.purpose(),
        "archived", strategy.archived(),
        "createdBy", json(strategy.createdBy()),
        "createdAt", strategy.createdAt());
  }

  private static Map<String, @Nullable Object> json(VersionSummary version) {
    return Answers.members(
        "number", version.number(),
        "digest", version.digest(),
        "note", version.note(),
        "createdBy", json(version.createdBy()),
        "createdAt", version.createdAt());
  }

  private static Map<String, @Nullable Object> json(Version version) {
    return Answers.members(
        "number", version.number(),
        "digest", version.digest(),
        "note", version.note(),
        "createdBy", json(version.createdBy()),
        "createdAt", version.createdAt(),
        "contract", json(version.contract()),
        "pins", version.pins().stream().map(StrategyController::json).toList(),
        "dmn", new String(version.dmn(), StandardCharsets.UTF_8));
  }

  private static Map<String, @Nullable Object> json(StrategyUse use) {
    return Answers.members(
        "strategy", use.strategy().value(),
        "draft", use.inDraft(),
        "versions",
            use.versions().stream()
                .map(it -> Answers.members("number", it.number(), "uses", it.used()))
                .toList());
  }

  private static Map<String, @Nullable Object> json(VersionPin pin) {
    return Answers.members(
        "kind", pin.kind(),
        "key", pin.key(),
        "number", pin.number(),
        "digest", pin.digest().hex());
  }

  private static Map<String, @Nullable Object> json(StrategyContract contract) {
    var inputs =
        contract.inputs().stream()
            .map(input ->
                Answers.members(
                    "feature", input.feature(),
                    "type", input.type(),
                    "required", input.required(),
                    "allowedValues", allowed(input.allowedValues())))
            .toList();
    var reasons =
        contract.reasons().stream()
            .map(reason ->
                Answers.members("code", reason.code(), "zh", reason.zh(), "en", reason.en()))
            .toList();
    return Answers.members("entry", contract.entry(), "inputs", inputs, "reasons", reasons);
  }

  private static List<Object> allowed(List<Object> values) {
    return values.stream()
        .map(
            value -> value instanceof Number || value instanceof Boolean ? value : value.toString())
        .toList();
  }

  static Map<String, @Nullable Object> json(Actor actor) {
    return Answers.members("kind", actor.kind(), "id", actor.id(), "name", actor.name());
  }
}
