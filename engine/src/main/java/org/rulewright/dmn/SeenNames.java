package org.rulewright.dmn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** What a text sees: variables with their types, and functions. */
record SeenNames(Map<String, Type> variables, Map<String, ModelFunction> functions) {

  SeenNames with(String name, Type type) {
    var more = new LinkedHashMap<>(variables);
    more.put(name, type);
    return new SeenNames(more, functions);
  }

  /** With functions among the names, as the parser wants them. */
  Map<String, Type> all() {
    var all = new LinkedHashMap<>(variables);
    functions.keySet().forEach(it -> all.putIfAbsent(it, BuiltInType.FUNCTION));
    return all;
  }
}
