package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.feel.lang.CompositeType;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode.UnaryOperator;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.GenListType;
import org.rulewright.decision.FactType;

/** What types the parts of a text have, as far as that can be said without evaluating it. */
@NullUnmarked
final class CellTypes {

  private static final Map<String, FactType> CONSTRUCTORS =
      Map.of(
          "date",
          FactType.DATE,
          "time",
          FactType.TIME,
          "date and time",
          FactType.DATE_TIME,
          "duration",
          FactType.DURATION,
          "today",
          FactType.DATE,
          "now",
          FactType.DATE_TIME,
          "number",
          FactType.NUMBER,
          "string",
          FactType.TEXT);

  private CellTypes() {}

  /** A part of a unary test and its type. */
  record Part(String text, int offset, FactType type) {}

  /** The type of an expression, ANY where it cannot be said. */
  static FactType of(ASTNode node) {
    return switch (node) {
      case null -> FactType.ANY;
      case NullNode _ -> FactType.ANY;
      case FunctionInvocationNode call ->
          CONSTRUCTORS.getOrDefault(call.getName().getText(), FactType.ANY);
      case ListNode _ -> FactType.LIST;
      default -> of(node.getResultType());
    };
  }

  private static FactType of(Type type) {
    return switch (type) {
      case BuiltInType.NUMBER -> FactType.NUMBER;
      case BuiltInType.STRING -> FactType.TEXT;
      case BuiltInType.BOOLEAN -> FactType.BOOLEAN;
      case BuiltInType.DATE -> FactType.DATE;
      case BuiltInType.TIME -> FactType.TIME;
      case BuiltInType.DATE_TIME -> FactType.DATE_TIME;
      case BuiltInType.DURATION -> FactType.DURATION;
      case BuiltInType.CONTEXT -> FactType.CONTEXT;
      case BuiltInType.LIST -> FactType.LIST;
      case GenListType _ -> FactType.LIST;
      case CompositeType _ -> FactType.CONTEXT;
      case null, default -> FactType.ANY;
    };
  }

  /** What the tested value is compared with. */
  static List<Part> tested(ASTNode tests) {
    var parts = new ArrayList<Part>();
    collect(tests, parts);
    return parts;
  }

  private static void collect(ASTNode node, List<Part> parts) {
    switch (node) {
      case null -> {
        // nothing could be parsed
      }
      case UnaryTestListNode list -> list.getElements().forEach(it -> collect(it, parts));
      case UnaryTestNode test when test.getOperator() == UnaryOperator.TEST -> {
        // a condition of its own, true or false whatever the column holds
      }
      case UnaryTestNode test -> collect(test.getValue(), parts);
      case ListNode list -> list.getElements().forEach(it -> collect(it, parts));
      case RangeNode range -> {
        collect(range.getStart(), parts);
        collect(range.getEnd(), parts);
      }
      default -> {
        var type = of(node);
        if (type != FactType.LIST) {
          parts.add(new Part(node.getText(), Math.max(0, node.getStartChar()), type));
        }
      }
    }
  }
}
