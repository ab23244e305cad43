package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;

/** Finds which parts a text reads of the values of names. */
@NullUnmarked
final class PathUses {

  private final Set<NameRefNode> free = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> names;
  private final List<Feel.Path> found = new ArrayList<>();

  private PathUses(ASTNode tree, Set<String> names) {
    this.names = names;
    // a name that a loop or function binds is another one
    free.addAll(FreeNames.of(tree, Set.of()));
  }

  static List<Feel.Path> of(ASTNode tree, Set<String> names) {
    var uses = new PathUses(tree, names);
    uses.visit(tree);
    return uses.found;
  }

  private void visit(ASTNode node) {
    switch (node) {
      case null -> {
        // a part that could not be parsed
      }
      case PathExpressionNode path when path.getExpression() instanceof NameRefNode name ->
          add(name, firstName(path.getName()));
      case QualifiedNameNode path when path.getParts().size() > 1 ->
          add(path.getParts().getFirst(), path.getParts().get(1));
      default -> {
        for (var child : node.getChildrenNode()) {
          visit(child);
        }
      }
    }
  }

  private static NameRefNode firstName(ASTNode node) {
    return switch (node) {
      case NameRefNode name -> name;
      case QualifiedNameNode path -> path.getParts().getFirst();
      default -> null;
    };
  }

  private void add(NameRefNode name, NameRefNode part) {
    if (part != null && names.contains(name.getText()) && free.contains(name)) {
      found.add(new Feel.Path(name.getText(), part.getText(), Math.max(0, name.getStartChar())));
    }
  }
}
