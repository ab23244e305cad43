package org.rulewright.asset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnImport;
import org.rulewright.dmn.DmnImports;
import org.springframework.stereotype.Component;

/**
 * Finds the versions that models import.
 *
 * <p>Only versions of strategies are imported, never what a location names: nothing is fetched.
 *
 * @see "docs/decisions/0022-imports-are-versions.md"
 */
@Component
public class Imports {

  static final int DEEPEST = 8;
  static final int MOST = 32;
  static final int LARGEST = 20 * 1024 * 1024;

  private final ImportSource source;

  Imports(ImportSource source) {
    this.source = source;
  }

  /** Lets every import that can be found say which version it means: the newest, if it did not. */
  public DmnDocument chosen(DmnDocument model) {
    var made = model;
    for (var wanted : model.imports()) {
      if (wanted.isDmn() && (wanted.strategy().isEmpty() || wanted.version().isEmpty())) {
        var found = find(wanted, new ArrayList<>());
        if (found.isPresent()) {
          made =
              DmnImports.chosen(
                  made,
                  wanted.namespace(),
                  found.get().strategy().value(),
                  Integer.toString(found.get().number()));
        }
      }
    }
    return made;
  }

  /** Finds what a model imports, directly and through others. */
  public ResolvedImports resolve(DmnDocument model) {
    if (model.imports().isEmpty()) {
      return new ResolvedImports(model, List.of(), List.of());
    }
    var search = new Search(new ArrayDeque<>(List.of(model.namespace())));
    search.follow(model, true);
    return new ResolvedImports(model, List.copyOf(search.found.values()), search.problems);
  }

  private Optional<ImportedVersion> find(DmnImport wanted, List<Diagnostic> problems) {
    var strategy = strategy(wanted, problems);
    if (strategy.isEmpty()) {
      return Optional.empty();
    }
    if (wanted.version().isEmpty()) {
      return source.newest(strategy.get(), wanted.namespace());
    }
    var version = number(wanted.version()).flatMap(it -> source.find(strategy.get(), it));
    if (version.isEmpty()) {
      problems.add(
          problem(
              "import.no-version",
              wanted,
              wanted.name(),
              strategy.get().value(),
              wanted.version()));
    } else if (!version.get().document().namespace().equals(wanted.namespace())) {
      problems.add(
          problem(
              "import.other-namespace",
              wanted,
              wanted.name(),
              strategy.get().value(),
              wanted.version(),
              wanted.namespace()));
      return Optional.empty();
    }
    return version;
  }

  private Optional<StrategyKey> strategy(DmnImport wanted, List<Diagnostic> problems) {
    var having = source.having(wanted.namespace());
    if (!wanted.strategy().isEmpty()) {
      var named = having.stream().filter(key -> key.value().equals(wanted.strategy())).findFirst();
      if (named.isEmpty()) {
        problems.add(
            problem(
                "import.unknown-strategy",
                wanted,
                wanted.name(),
                wanted.strategy(),
                wanted.namespace()));
      }
      return named;
    }
    if (having.isEmpty()) {
      problems.add(problem("import.unresolved", wanted, wanted.name(), wanted.namespace()));
    } else if (having.size() > 1) {
      problems.add(
          problem(
              "import.ambiguous",
              wanted,
              wanted.name(),
              having.stream().map(StrategyKey::value).collect(Collectors.joining(", "))));
    }
    return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Diagnostic problem(String code, DmnImport wanted, String... arguments) {
    return Diagnostic.error(code, Place.of(wanted.name()), arguments);
  }

  /** The search from one model on. */
  private final class Search {
    private final Map<String, ImportedVersion> found = new LinkedHashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    /** The namespaces of the models that lead to the one looked at. */
    private final Deque<String> way;

    private long size;

    Search(Deque<String> way) {
      this.way = way;
    }

    void follow(DmnDocument model, boolean direct) {
      for (var wanted : model.imports()) {
        // what is no DMN is refused by the engine, wherever it stands
        if (wanted.isDmn() && isWithinLimits(wanted)) {
          find(wanted, problems).ifPresent(version -> take(version, wanted, direct));
        }
      }
    }

    private boolean isWithinLimits(DmnImport wanted) {
      if (way.contains(wanted.namespace())) {
        problems.add(problem("import.cycle", wanted, wanted.name(), wanted.namespace()));
        return false;
      }
      if (way.size() > DEEPEST) {
        problems.add(problem("import.too-deep", wanted, wanted.name(), DEEPEST + ""));
        return false;
      }
      return true;
    }

    private void take(ImportedVersion version, DmnImport wanted, boolean direct) {
      var before = found.get(wanted.namespace());
      if (before != null) {
        if (!before.digest().equals(version.digest())) {
          problems.add(
              problem(
                  "import.two-versions",
                  wanted,
                  version.strategy().value(),
                  before.number() + "",
                  version.number() + ""));
        }
        return;
      }
      size += version.content().dmn().length;
      if (found.size() >= MOST || size > LARGEST) {
        problems.add(problem("import.too-many", wanted, wanted.name(), MOST + ""));
        return;
      }
      found.put(wanted.namespace(), version);
      if (direct) {
        newer(version, wanted);
      }
      way.push(wanted.namespace());
      follow(version.document(), false);
      way.pop();
    }

    private void newer(ImportedVersion version, DmnImport wanted) {
      source
          .newest(version.strategy(), wanted.namespace())
          .filter(newest -> newest.number() > version.number())
          .ifPresent(newest ->
              problems.add(
                  new Diagnostic(
                      "import.newer",
                      Severity.INFO,
                      Place.of(wanted.name()),
                      List.of(
                          version.strategy().value(),
                          version.number() + "",
                          newest.number() + ""))));
    }
  }
}
