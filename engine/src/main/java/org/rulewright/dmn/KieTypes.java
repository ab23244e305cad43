package org.rulewright.dmn;

import java.util.HashMap;
import java.util.Map;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.GenListType;
import org.rulewright.decision.FactType;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Types of a model as FEEL's parser wants them; it needs them to tell names with spaces apart. */
final class KieTypes {

  private static final int DEEPEST = 12;

  private KieTypes() {}

  static Type of(FactType type) {
    return switch (type) {
      case NUMBER -> BuiltInType.NUMBER;
      case TEXT -> BuiltInType.STRING;
      case BOOLEAN -> BuiltInType.BOOLEAN;
      case DATE -> BuiltInType.DATE;
      case TIME -> BuiltInType.TIME;
      case DATE_TIME -> BuiltInType.DATE_TIME;
      case DURATION -> BuiltInType.DURATION;
      case LIST -> BuiltInType.LIST;
      case CONTEXT -> BuiltInType.CONTEXT;
      case ANY -> BuiltInType.UNKNOWN;
    };
  }

  static Type of(String typeRef, TypeNames types) {
    return of(typeRef, types, 0);
  }

  private static Type of(String typeRef, TypeNames types, int depth) {
    var own = types.definition(typeRef);
    return own.isEmpty() || depth > DEEPEST
        ? of(types.resolve(typeRef))
        : of(own.get(), types, depth + 1);
  }

  private static Type of(Element definition, TypeNames types, int depth) {
    var components = Xml.children(definition, "itemComponent");
    Type type;
    if (components.isEmpty()) {
      type = of(TypeNames.typeRef(definition), types, depth);
    } else {
      Map<String, Type> fields = new HashMap<>();
      components.forEach(it -> fields.put(Xml.attribute(it, "name"), of(it, types, depth)));
      type = new MapBackedType(Xml.attribute(definition, "name"), fields);
    }
    return Xml.attribute(definition, "isCollection").equals("true") ? new GenListType(type) : type;
  }
}
