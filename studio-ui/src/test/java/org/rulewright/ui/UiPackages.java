package org.rulewright.ui;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How the packages of the studio may know each other. */
final class UiPackages {

  /** Packages made of parts for all screens, not of screens. */
  private static final Set<String> SHARED =
      Set.of(
          "org.rulewright.ui.shell",
          "org.rulewright.ui.chart",
          "org.rulewright.ui.dmn",
          "org.rulewright.ui.table",
          "org.rulewright.ui.bpmn");

  private UiPackages() {}

  static ArchCondition<JavaClass> onlyReachOthersByNavigation() {
    return new ArchCondition<>("reach other screens only by the shell and their Navigation") {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        one.getDirectDependenciesFromSelf().stream()
            .filter(UiPackages::isForeign)
            .forEach(
                found -> events.add(SimpleConditionEvent.violated(one, found.getDescription())));
      }
    };
  }

  private static boolean isForeign(Dependency dependency) {
    var from = dependency.getOriginClass().getPackageName();
    var target = dependency.getTargetClass();
    var to = target.getPackageName();
    return to.startsWith("org.rulewright.ui.")
        && !to.equals(from)
        && !SHARED.contains(to)
        && !target.getSimpleName().endsWith("Navigation");
  }
}
