package org.rulewright.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the goals named on the command line, or all.
 *
 * <p>Standard output carries the lines of the goals and nothing else.
 */
public final class Bench {

  private static final Map<String, Runnable> GOALS =
      new TreeMap<>(
          Map.of(
              "1", TableGoals::speed,
              "2", TableGoals::growth,
              "3", LoadGoals::load,
              "4", BatchGoals::batch,
              "5", Bench::flowsAndModels));

  private Bench() {}

  private static void flowsAndModels() {
    FlowGoals.speed();
    ModelGoals.step();
  }

  public static void main(String[] goals) {
    List<String> asked = goals.length == 0 ? List.copyOf(GOALS.keySet()) : List.of(goals);
    for (String goal : asked) {
      if (!GOALS.containsKey(goal)) {
        System.err.println("There is no benchmark for goal " + goal + ": take " + GOALS.keySet());
        System.exit(2);
      }
    }
    asked.forEach(goal -> GOALS.getOrDefault(goal, () -> {}).run());
  }
}
