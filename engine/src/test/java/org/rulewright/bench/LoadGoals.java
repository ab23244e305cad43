package org.rulewright.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.DmnText;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.KieTable;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.xml.UnreadableModelException;

/** Goal 3: from the bytes of a DMN file to the first answer, and what is kept. */
final class LoadGoals {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final int RULES = 10_000;
  private static final double MEGABYTE = 1 << 20;

  private LoadGoals() {}

  static void load() {
    Map<String, @Nullable Object> facts = CreditTable.facts(1, _ -> true).getFirst();
    String small = dmn(1_000);
    for (int i = 0; i < 3; i++) {
      ours(small, facts);
      kie(small, facts);
    }
    String dmn = dmn(RULES);
    long before = used();
    Loaded ours = timed(() -> ours(dmn, facts));
    double kept = (used() - before) / MEGABYTE;
    Loaded kie = timed(() -> kie(dmn, facts));
    TableGoals.note(
        "%,d rules from DMN: ours %.2f s, KIE %.2f s".formatted(RULES, ours.seconds, kie.seconds));
    Goal faster = Goal.atLeast("3.load-10000-rules-kie", 10);
    if (Objects.equals(plain(ours.answer.value), plain(kie.answer.value))) {
      faster.measured(kie.seconds / ours.seconds);
    } else {
      faster.missed("answers-differ");
    }
    Goal.atMost("3.megabytes-kept", 10).measured(kept);
  }

  private static String dmn(int rules) {
    return DmnText.of(CreditTable.of(rules, HitPolicy.FIRST), CreditTable.INPUTS);
  }

  /** What was loaded, held so that it is not collected, and its first answer. */
  private record Answer(Object model, @Nullable Object value) {}

  private record Loaded(Answer answer, double seconds) {}

  private static Loaded timed(Supplier<Answer> load) {
    // Both load on this thread alone; its processor time leaves out other work on the machine.
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Answer answer = load.get();
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return new Loaded(answer, spent / 1e9);
  }

  private static Answer ours(String dmn, Map<String, @Nullable Object> facts) {
    try {
      DmnModel model = DmnModel.compile(DmnDocument.read(dmn.getBytes(StandardCharsets.UTF_8)));
      return switch (model.evaluate(CreditTable.NAME, Facts.of(facts), AS_OF, false)) {
        case Outcome.Decided(Object value, _) -> new Answer(model, value);
        case Outcome.Failed failed -> throw new IllegalStateException(failed.toString());
      };
    } catch (UnreadableModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer kie(String dmn, Map<String, @Nullable Object> facts) {
    KieTable table = KieTable.of(dmn, CreditTable.NAME);
    return new Answer(table, table.value(facts));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new HashMap<>(map) : value;
  }

  /**
   * Bytes of all objects that are reachable, after a collection. The heap's own figure counts
   * regions, of which a large array fills its last one by chance.
   */
  private static long used() {
    try {
      var name = new ObjectName("com.sun.management:type=DiagnosticCommand");
      var server = ManagementFactory.getPlatformMBeanServer();
      Object[] arguments = {new String[0]};
      String[] signature = {String[].class.getName()};
      var histogram = (String) server.invoke(name, "gcClassHistogram", arguments, signature);
      var total = histogram.strip().lines().reduce((_, last) -> last).orElseThrow();
      return Long.parseLong(total.strip().split("\\s+")[2]);
    } catch (JMException e) {
      throw new IllegalStateException("this JVM does not count its objects", e);
    }
  }
}
