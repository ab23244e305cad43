package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.ReferenceTest;

/** FEEL outside of a decision model, such as the conditions and mappings of a rule flow. */
public final class Feel {

  private Feel() {}

  /**
   * Something wrong with a text.
   *
   * @param word what the parser stumbled on
   * @param offset characters from the start of the text
   */
  public record Problem(Kind kind, String word, int offset) {}

  /** What can be wrong with a text. */
  public enum Kind {
    /** Longer, or with deeper brackets, than is read. */
    TOO_LARGE,
    /** Holds a function of another language. */
    EXTERNAL,
    SYNTAX,
    UNKNOWN_NAME
  }

  /**
   * What can be said of a text without evaluating it.
   *
   * @param type what the text gives, ANY where that cannot be said
   */
  public record Reading(List<Problem> problems, FactType type) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads an expression in which these names are known. */
  public static Reading read(String text, Map<String, FactType> names) {
    if (Refusals.isTooLarge(text)) {
      return new Reading(List.of(new Problem(Kind.TOO_LARGE, "", 0)), FactType.ANY);
    }
    var syntax = FeelSyntax.expression(text, types(names));
    List<Problem> problems = new ArrayList<>();
    if (syntax.external()) {
      problems.add(new Problem(Kind.EXTERNAL, "external", Math.max(0, text.indexOf("external"))));
    }
    for (var problem : syntax.problems()) {
      switch (problem.complaint()) {
        case SYNTAX -> problems.add(new Problem(Kind.SYNTAX, problem.word(), problem.offset()));
        case UNKNOWN_NAME ->
            problems.add(new Problem(Kind.UNKNOWN_NAME, problem.word(), problem.offset()));
        case DOUBTFUL -> {
          // right, if unlikely to be meant
        }
      }
    }
    return new Reading(problems, syntax.isWhole() ? CellTypes.of(syntax.tree()) : FactType.ANY);
  }

  /** Returns which of the given names an expression uses. */
  public static Set<String> used(String text, Set<String> names) {
    if (Refusals.isTooLarge(text)) {
      return names;
    }
    Map<String, FactType> types = new HashMap<>();
    names.forEach(it -> types.put(it, FactType.ANY));
    var syntax = FeelSyntax.expression(text, types(types));
    Set<String> found = new TreeSet<>();
    FreeNames.of(syntax.tree(), Set.of()).forEach(it -> found.add(it.getText()));
    found.retainAll(names);
    return found;
  }

  /**
   * A part that is read of a name's value.
   *
   * @param offset characters from the start of the text
   */
  public record Path(String name, String part, int offset) {}

  /** Returns the parts an expression reads of the values of the given names. */
  public static List<Path> paths(String text, Set<String> names) {
    if (names.isEmpty() || Refusals.isTooLarge(text)) {
      return List.of();
    }
    Map<String, FactType> types = new HashMap<>();
    names.forEach(it -> types.put(it, FactType.ANY));
    return PathUses.of(FeelSyntax.expression(text, types(types)).tree(), names);
  }

  /** Returns the keys of the look-up tables that a text names. */
  public static Set<String> lookups(String text) {
    return LookupCalls.tablesIn(text);
  }

  /** Returns the engine that knows all of FEEL, for texts that may use these names. */
  public static ReferenceEvaluator reference(Map<String, FactType> names) {
    return new Bounded(new KieReference(types(names)));
  }

  /** Returns an expression as Camunda's FEEL evaluates it, to compare with. */
  public static ReferenceExpression camunda(String text) {
    return new CamundaText(text);
  }

  /** Of a context or list the parser would have to know the parts, else every path is unknown. */
  private static Type type(FactType type) {
    return KieTypes.of(type == FactType.CONTEXT || type == FactType.LIST ? FactType.ANY : type);
  }

  private static Map<String, Type> types(Map<String, FactType> names) {
    Map<String, Type> types = new HashMap<>();
    names.forEach((name, type) -> types.put(name, type(type)));
    return types;
  }

  /** Says as a problem that an evaluation was stopped, where no evaluation around would. */
  private record Bounded(ReferenceEvaluator reference) implements ReferenceEvaluator {

    @Override
    public ReferenceTest unaryTests(String text, FactType inputType) {
      var test = reference.unaryTests(text, inputType);
      return (@Nullable Object input,
          Map<String, @Nullable Object> variables,
          OffsetDateTime asOf) -> {
        try {
          return test.test(input, variables, asOf);
        } catch (Evaluation.EvaluationStopped stopped) {
          return stopped();
        }
      };
    }

    @Override
    public ReferenceExpression expression(String text) {
      var expression = reference.expression(text);
      return (Map<String, @Nullable Object> variables, OffsetDateTime asOf) -> {
        try {
          return expression.evaluate(variables, asOf);
        } catch (Evaluation.EvaluationStopped stopped) {
          return stopped();
        } catch (StackOverflowError deep) {
          // expressions may call themselves; the stack unwinds to here and nothing is half done
          return new ReferenceAnswer(
              null, List.of(Diagnostic.error("dmn.too-deep", Place.NOWHERE)));
        }
      };
    }

    private static ReferenceAnswer stopped() {
      return new ReferenceAnswer(
          null, List.of(Diagnostic.error("EVALUATION_TIMEOUT", Place.NOWHERE)));
    }
  }
}
