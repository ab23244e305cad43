package org.rulewright.dmn;

import java.time.Duration;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.TemporalAccessor;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.TypeNode;
import org.kie.dmn.feel.lang.ast.Visitor;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.util.EvalHelper;
import org.kie.dmn.feel.util.StringEvalHelper;

/**
 * Puts guards into a syntax tree of the reference engine.
 *
 * <p>Left alone, that engine runs loops without end, loads classes for external functions, and
 * answers {@code "text".class} by calling the getter of that name, from which other methods of Java
 * can be reached. Trees are changed in place, by their setters.
 */
@NullUnmarked
final class KieGuard {

  private KieGuard() {}

  static void guard(ASTNode node) {
    if (node == null || node instanceof TypeNode || node instanceof Guarded) {
      return;
    }
    for (var child : node.getChildrenNode()) {
      if (!isFunctionName(node, child) && !isPathName(node, child)) {
        guard(child);
      }
    }
    switch (node) {
      case ForExpressionNode it -> it.setExpression(counted(it.getExpression()));
      case QuantifiedExpressionNode it -> it.setExpression(counted(it.getExpression()));
      case IterationContextNode it ->
          it.setExpression(new Guarded(it.getExpression(), KieGuard::countedList));
      case FilterExpressionNode it -> it.setFilter(new GuardedFilter(it.getFilter()));
      case ContextEntryNode it -> it.setValue(new Guarded(it.getValue(), Evaluation::bounded));
      case FunctionDefNode it -> guard(it);
      case FunctionInvocationNode it when LookupFunction.Name.isIn(it.getName()) ->
          it.setName(new LookupFunction.Name(it.getName()));
      case PathExpressionNode it -> guard(it);
      case QualifiedNameNode it -> it.setParts(List.of(new GuardedPath(it)));
      default -> {
        // reaches nothing and repeats nothing
      }
    }
  }

  /** The name of a called function is looked up in contexts only, by its written parts. */
  private static boolean isFunctionName(ASTNode node, ASTNode child) {
    return node instanceof FunctionInvocationNode call
        && call.getName() == child
        && child instanceof QualifiedNameNode;
  }

  private static boolean isPathName(ASTNode node, ASTNode child) {
    return node instanceof PathExpressionNode path && path.getName() == child;
  }

  private static void guard(FunctionDefNode definition) {
    if (definition.isExternal()) {
      definition.setExternal(false);
      definition.setFormalParameters(List.of());
      definition.setBody(new Refused());
    } else {
      definition.setBody(counted(definition.getBody()));
    }
  }

  /** Walks all names of a path but the last under guard, and leaves the last to the node. */
  private static void guard(PathExpressionNode path) {
    List<NameRefNode> before = List.of();
    if (path.getName() instanceof QualifiedNameNode names) {
      before = names.getParts().subList(0, names.getParts().size() - 1);
      path.setName(names.getParts().getLast());
    }
    var steps = before.stream().map(NameRefNode::getText).toList();
    path.setExpression(
        new Guarded(path.getExpression(), value -> withProperties(walked(value, steps))));
  }

  private static Object walked(Object value, List<String> steps) {
    if (value instanceof List<?> list && !steps.isEmpty()) {
      var found = new ArrayList<Object>(list.size());
      list.forEach(element -> found.add(walkedOne(element, steps)));
      return found;
    }
    return walkedOne(value, steps);
  }

  private static Object walkedOne(Object value, List<String> steps) {
    Object current = value;
    for (var step : steps) {
      current = hasProperties(current) ? EvalHelper.getValue(current, step) : null;
    }
    return current;
  }

  private static Guarded counted(BaseNode node) {
    return new Guarded(node, Evaluation::bounded);
  }

  /** Replaces what has no properties in FEEL by null, which has none in Java either. */
  private static Object withProperties(Object value) {
    if (value instanceof Collection<?> list) {
      if (list.stream().allMatch(it -> it == null || hasProperties(it))) {
        return value;
      }
      var kept = new ArrayList<Object>(list.size());
      list.forEach(it -> kept.add(it != null && hasProperties(it) ? it : null));
      return kept;
    }
    return value != null && hasProperties(value) ? value : null;
  }

  private static boolean hasProperties(Object value) {
    return value instanceof Map
        || value instanceof TemporalAccessor
        || value instanceof ChronoPeriod
        || value instanceof Duration
        || value instanceof Range;
  }

  /** A list that counts its turns: loops over empty inner lists evaluate nothing else. */
  private static Object countedList(Object value) {
    return value instanceof List<?> list ? new CountedList(list) : value;
  }

  private static final class CountedList extends AbstractList<Object> {
    private final List<?> list;

    CountedList(List<?> list) {
      this.list = list;
    }

    @Override
    public Object get(int index) {
      Evaluation.step();
      return list.get(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  /** A node that counts, evaluates another, and looks at its value. */
  private static class Guarded extends BaseNode {
    private final BaseNode node;
    private final UnaryOperator<Object> look;

    Guarded(BaseNode node, UnaryOperator<Object> look) {
      this.node = node;
      this.look = look;
      copyLocationAttributesFrom(node);
    }

    @Override
    public Object evaluate(EvaluationContext ctx) {
      Evaluation.step();
      return look.apply(node.evaluate(ctx));
    }

    @Override
    public Type getResultType() {
      return node.getResultType();
    }

    @Override
    public ASTNode[] getChildrenNode() {
      return new ASTNode[] {node};
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return node.accept(visitor);
    }
  }

  /** A filter whose names are looked up in an element only where that has properties in FEEL. */
  private static final class GuardedFilter extends Guarded {

    GuardedFilter(BaseNode node) {
      super(node, UnaryOperator.identity());
    }

    @Override
    public Object evaluate(EvaluationContext ctx) {
      var element = ctx.getRootObject();
      if (element != null && !hasProperties(element)) {
        ctx.setRootObject(null);
      }
      return super.evaluate(ctx);
    }
  }

  /** A name of several parts, each step of which is guarded. */
  private static final class GuardedPath extends NameRefNode {
    private final List<NameRefNode> parts;

    GuardedPath(QualifiedNameNode name) {
      super(name.getResultType(), name.getText());
      this.parts = name.getParts();
    }

    @Override
    public Object evaluate(EvaluationContext ctx) {
      Object current = parts.getFirst().evaluate(ctx);
      for (var part : parts.subList(1, parts.size())) {
        current = property(current, StringEvalHelper.normalizeVariableName(part.getText()));
      }
      return current;
    }

    private static Object property(Object value, String name) {
      if (value instanceof Collection<?> list) {
        var found = new ArrayList<Object>(list.size());
        list.forEach(it -> found.add(EvalHelper.getValue(withProperties(it), name)));
        return found;
      }
      return value == null ? null : EvalHelper.getValue(withProperties(value), name);
    }
  }

  /** What is left of a function of Java or PMML: nothing that can be called. */
  private static final class Refused extends BaseNode {

    Refused() {
      setText("external");
    }

    @Override
    public Object evaluate(EvaluationContext ctx) {
      ctx.notifyEvt(astEvent(FEELEvent.Severity.ERROR, "external functions are refused"));
      return null;
    }
  }
}
