package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/** Finds the look-ups in texts of FEEL. */
@NullUnmarked
final class LookupCalls {

  private static final Pattern WRITTEN = Pattern.compile("lookup\\s*\\(\\s*\"([^\"\\\\]*)\"");

  /**
   * One call.
   *
   * @param table null where it is not a literal
   * @param column what a path takes of the row, null where none follows
   */
  record Call(FunctionInvocationNode node, String table, List<BaseNode> key, String column) {

    int offset() {
      return Math.max(0, node.getStartChar());
    }
  }

  private final List<Call> found = new ArrayList<>();

  private LookupCalls() {}

  static List<Call> in(ASTNode tree) {
    var calls = new LookupCalls();
    calls.visit(tree, null);
    return calls.found;
  }

  /** The tables a text names, in calls and in what looks like one. */
  static Set<String> tablesIn(String text) {
    var tables = new LinkedHashSet<String>();
    WRITTEN.matcher(text).results().forEach(it -> tables.add(it.group(1)));
    return tables;
  }

  private void visit(ASTNode node, String column) {
    switch (node) {
      case null -> {
        // a part that could not be parsed
      }
      case PathExpressionNode path -> visit(path.getExpression(), firstName(path.getName()));
      case FunctionInvocationNode call when LookupFunction.Name.isIn(call.getName()) -> {
        found.add(call(call, column));
        call.getParams().getElements().forEach(it -> visit(it, null));
      }
      default -> {
        for (var child : node.getChildrenNode()) {
          visit(child, null);
        }
      }
    }
  }

  private static String firstName(BaseNode name) {
    return switch (name) {
      case NameRefNode it -> it.getText();
      case org.kie.dmn.feel.lang.ast.QualifiedNameNode it -> it.getParts().getFirst().getText();
      default -> null;
    };
  }

  private static Call call(FunctionInvocationNode node, String column) {
    var params = node.getParams().getElements();
    boolean named = params.stream().anyMatch(NamedParameterNode.class::isInstance);
    var table =
        !named && !params.isEmpty() && params.getFirst() instanceof StringNode text
            ? text.getValue()
            : null;
    return new Call(
        node, table, params.isEmpty() ? params : params.subList(1, params.size()), column);
  }
}
