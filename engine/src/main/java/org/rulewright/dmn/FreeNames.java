package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.TypeNode;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/** Finds the names of a text that nothing in it or around it gives a value. */
@NullUnmarked
final class FreeNames {

  private static final Set<String> ALWAYS =
      Arrays.stream(BuiltInFunctions.getFunctions())
          .map(it -> it.getName())
          .collect(Collectors.toUnmodifiableSet());

  private final List<NameRefNode> found = new ArrayList<>();

  private FreeNames() {}

  static List<NameRefNode> of(ASTNode tree, Set<String> known) {
    var free = new FreeNames();
    var names = new HashSet<>(known);
    names.addAll(ALWAYS);
    names.addAll(Set.of("?", "partial", LookupFunction.NAME));
    free.visit(tree, names);
    return free.found;
  }

  private void visit(ASTNode node, Set<String> known) {
    switch (node) {
      case null -> {
        // a part that could not be parsed
      }
      case TypeNode _ -> {
        // names of types are another matter
      }
      case NameRefNode name -> visitName(name, known);
      case QualifiedNameNode name -> visitName(name.getParts().getFirst(), known);
      case PathExpressionNode path -> visit(path.getExpression(), known);
      // the names in a filter may be those of the elements, which are not known here
      case FilterExpressionNode filter -> visit(filter.getExpression(), known);
      case NamedParameterNode parameter -> visit(parameter.getExpression(), known);
      case FunctionInvocationNode call -> {
        visit(call.getName(), known);
        call.getParams().getElements().forEach(it -> visit(it, known));
      }
      case ForExpressionNode loop ->
          visit(loop.getExpression(), bound(loop.getIterationContexts(), known));
      case QuantifiedExpressionNode loop ->
          visit(loop.getExpression(), bound(loop.getIterationContexts(), known));
      case FunctionDefNode function -> {
        var inside = new HashSet<>(known);
        function.getFormalParameters().forEach(it -> inside.add(it.getName().getText()));
        visit(function.getBody(), inside);
      }
      case ContextNode context -> visitContext(context, known);
      default -> {
        for (var child : node.getChildrenNode()) {
          visit(child, known);
        }
      }
    }
  }

  private void visitName(NameRefNode name, Set<String> known) {
    if (!known.contains(name.getText())) {
      found.add(name);
    }
  }

  private void visitContext(ContextNode context, Set<String> known) {
    var inside = new HashSet<>(known);
    for (ContextEntryNode entry : context.getEntries()) {
      visit(entry.getValue(), inside);
      inside.add(entry.getName().getText());
    }
  }

  private Set<String> bound(List<IterationContextNode> contexts, Set<String> known) {
    var inside = new HashSet<>(known);
    for (var context : contexts) {
      visit(context.getExpression(), inside);
      visit(context.getRangeEndExpr(), inside);
      inside.add(context.getName().getText());
    }
    return inside;
  }
}
