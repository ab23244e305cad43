package org.rulewright.dmn;

import java.util.Optional;
import java.util.Set;

/** The editions of DMN that can be read, each with the namespaces its models are written in. */
public enum DmnVersion {
  V1_1(
      "1.1",
      "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
      // some editors write the name of the schema file instead
      "http://www.omg.org/spec/DMN/20151101/dmn11.xsd"),
  V1_2("1.2", "http://www.omg.org/spec/DMN/20180521/MODEL/"),
  V1_3("1.3", "https://www.omg.org/spec/DMN/20191111/MODEL/"),
  V1_4("1.4", "https://www.omg.org/spec/DMN/20211108/MODEL/"),
  V1_5(
      "1.5",
      "https://www.omg.org/spec/DMN/20230324/MODEL/",
      "https://www.omg.org/spec/DMN/20230324/DMN15.xsd");

  private final String label;
  private final String namespace;
  private final Set<String> namespaces;

  DmnVersion(String label, String namespace, String... aliases) {
    this.label = label;
    this.namespace = namespace;
    var all = new java.util.HashSet<>(Set.of(aliases));
    all.add(namespace);
    this.namespaces = Set.copyOf(all);
  }

  /** Finds the edition that a namespace belongs to. */
  public static Optional<DmnVersion> ofNamespace(String namespace) {
    for (var version : values()) {
      if (version.namespaces.contains(namespace)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** Returns the edition as people write it, such as {@code 1.3}. */
  public String label() {
    return label;
  }

  /** Returns the namespace the standard names for this edition. */
  public String namespace() {
    return namespace;
  }

  /** Returns the namespace of FEEL's types in this edition. */
  String feelNamespace() {
    return switch (this) {
      case V1_1 -> "http://www.omg.org/spec/FEEL/20140401";
      case V1_2 -> "http://www.omg.org/spec/DMN/20180521/FEEL/";
      case V1_3 -> "https://www.omg.org/spec/DMN/20191111/FEEL/";
      case V1_4 -> "https://www.omg.org/spec/DMN/20211108/FEEL/";
      case V1_5 -> "https://www.omg.org/spec/DMN/20230324/FEEL/";
    };
  }
}
