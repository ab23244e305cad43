package org.rulewright.dmn;

import org.jspecify.annotations.Nullable;
import org.rulewright.expression.InstanceOf;
import org.w3c.dom.Element;

/** The types that boxed expressions declare for what is in them. */
final class BoxedTypes {

  private final TypeNames types;

  BoxedTypes(TypeNames types) {
    this.types = types;
  }

  /** The built-in type an element declares, null for none. */
  InstanceOf.@Nullable Type declared(Element element) {
    var typeRef = TypeNames.typeRef(element);
    if (typeRef.isEmpty()) {
      return null;
    }
    if (types.isOwn(typeRef)) {
      throw new BeyondOurs();
    }
    return switch (types.resolve(typeRef)) {
      case NUMBER -> InstanceOf.Type.NUMBER;
      case TEXT -> InstanceOf.Type.STRING;
      case BOOLEAN -> InstanceOf.Type.BOOLEAN;
      case DATE -> InstanceOf.Type.DATE;
      case TIME -> InstanceOf.Type.TIME;
      case DATE_TIME -> InstanceOf.Type.DATE_AND_TIME;
      case ANY -> typeRef.endsWith("Any") ? null : beyond();
      case DURATION, LIST, CONTEXT -> beyond();
    };
  }

  private static InstanceOf.@Nullable Type beyond() {
    throw new BeyondOurs();
  }
}
