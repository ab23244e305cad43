package org.rulewright.dmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.util.StringEvalHelper;
import org.rulewright.expression.Binding;
import org.rulewright.expression.ContextLiteral;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Loop;
import org.rulewright.expression.Quantified;

/** Translates what brings names of its own: contexts, loops and quantified expressions. */
@NullUnmarked
final class FeelBindings {

  /** The variables around the text. */
  private final Set<String> outer;

  /** The variables around and in the text, which hide the functions of their names. */
  private final Set<String> names;

  /** The variables of the loops and contexts around the current place. */
  private final Deque<String> enclosing = new ArrayDeque<>();

  /** The loops so far: the reference engine leaves their variables behind, for later names. */
  private int loops;

  private final Function<ASTNode, Expression> terms;

  /**
   * The names of a text.
   *
   * @param names those around it
   * @param terms translates what is inside
   */
  FeelBindings(Set<String> names, Function<ASTNode, Expression> terms) {
    this.outer = Set.copyOf(names);
    this.names = new HashSet<>(names);
    this.terms = terms;
  }

  private Expression term(ASTNode node) {
    return terms.apply(node);
  }

  int loops() {
    return loops;
  }

  /** Whether a name is that of a variable anywhere, which hides a function. */
  boolean hides(String function) {
    return names.contains(function);
  }

  Expression context(ContextNode node) {
    var entries = new LinkedHashMap<String, Expression>();
    int before = loops;
    for (var entry : node.getEntries()) {
      var key =
          StringEvalHelper.normalizeVariableName(
              entry.getName() instanceof StringNode text
                  ? text.getValue()
                  : entry.getName().getText());
      names.add(key);
      if (entries.putIfAbsent(key, term(entry.getValue())) != null) {
        throw new Untold();
      }
      enclosing.push(key);
    }
    entries.forEach((_, _) -> enclosing.pop());
    if (loops > before && entries.keySet().stream().anyMatch(this::isVisible)) {
      throw new Untold();
    }
    return new ContextLiteral(entries);
  }

  /** Whether a variable of the name is visible in the current place. */
  boolean isVisible(String name) {
    return outer.contains(name) || enclosing.contains(name);
  }

  Expression loop(ForExpressionNode node) {
    loops++;
    var bindings = bindings(node.getIterationContexts());
    var body = term(node.getExpression());
    bindings.forEach(_ -> enclosing.pop());
    return new Loop(bindings, body);
  }

  /** The heads of a loop, whose variables are visible from then on. */
  private List<Binding> bindings(List<IterationContextNode> nodes) {
    var bindings = new ArrayList<Binding>();
    for (var node : nodes) {
      var name = StringEvalHelper.normalizeVariableName(node.evaluateName(null));
      if (isVisible(name)) {
        throw new Untold();
      }
      names.add(name);
      bindings.add(
          new Binding(
              name,
              term(node.getExpression()),
              node.getRangeEndExpr() == null ? null : term(node.getRangeEndExpr())));
      enclosing.push(name);
    }
    return bindings;
  }

  Expression quantified(QuantifiedExpressionNode node) {
    boolean some = node.getQuantifier() == QuantifiedExpressionNode.Quantifier.SOME;
    if (node.getIterationContexts().stream().anyMatch(it -> it.getRangeEndExpr() != null)) {
      throw new Untold();
    }
    var bindings = bindings(node.getIterationContexts());
    var body = term(node.getExpression());
    bindings.forEach(_ -> enclosing.pop());
    return new Quantified(bindings, body, some);
  }
}
