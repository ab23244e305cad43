package org.rulewright.parity;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/**
 * Decides the same facts by our engine and by Apache KIE, and a sample of them by Camunda 7, and
 * says where they differ. Of a flow Camunda is the reference for the way through it, and KIE for
 * its decisions and its FEEL.
 *
 * <p>The facts come from the model: where its constants part the inputs into few enough elementary
 * regions, one of each; else boundaries, pairs and chance. Memory does not grow with their number.
 */
public final class Parity {

  private static final int SHOWN = 20;

  /** Regions beyond this many are no longer told apart when they are counted. */
  private static final int MOST_COUNTED = 200_000;

  private final Subject subject;
  private final Limits limits;
  private final Engines engines;
  private final Engine ours;
  private final Axes axes;
  private final Agreement agreement;
  private final CamundaSide camunda;
  private final long started = System.nanoTime();
  private final Set<Long> covered = new HashSet<>();
  private final List<Difference> differences = new ArrayList<>();
  private long examined;
  private long equal;
  private long delegated;

  private Parity(Subject subject, Limits limits, Engines engines, Engine ours) {
    this.subject = subject;
    this.limits = limits;
    this.engines = engines;
    this.ours = ours;
    this.axes = Axes.of(subject, engines);
    this.agreement = new Agreement(limits.tolerance());
    this.camunda = new CamundaSide(engines, limits);
  }

  /**
   * Examines a subject; what {@code progress} throws ends it.
   *
   * @throws IllegalArgumentException when it is a flow that cannot run
   */
  public static ParityReport examine(Subject subject, Limits limits, Progress progress) {
    try (var engines = Engines.of(subject)) {
      return examine(subject, limits, progress, engines, engines::ours);
    }
  }

  /** The same with an engine in place of our own. */
  static ParityReport examine(Subject subject, Limits limits, Progress progress, Engine ours) {
    try (var engines = Engines.of(subject)) {
      return examine(subject, limits, progress, engines, ours);
    }
  }

  private static ParityReport examine(
      Subject subject, Limits limits, Progress progress, Engines engines, Engine ours) {
    return new Parity(subject, limits, engines, ours).examine(progress);
  }

  private ParityReport examine(Progress progress) {
    var stages = new FactSets(axes, limits).all();
    long planned = stages.stream().mapToLong(FactSets.Planned::count).sum();
    var counts = new ArrayList<StageCount>();
    for (var stage : stages) {
      long done = 0;
      while (stage.facts().hasNext() && inTime()) {
        compare(stage.stage(), stage.facts().next(), planned);
        done++;
        progress.at(examined, planned, stage.stage());
      }
      counts.add(new StageCount(stage.stage(), stage.count(), done));
    }
    return report(counts);
  }

  private boolean inTime() {
    return System.nanoTime() - started < limits.budget().toNanos();
  }

  private void compare(Stage stage, Facts facts, long planned) {
    var observed = ours.decide(facts);
    var kie = byKie(facts);
    boolean same = agreement.of(observed.outcome(), kie);
    if (camunda.takes(examined, planned)) {
      camunda.compare(stage, facts, observed.outcome(), kie, same);
    }
    examined++;
    delegated += observed.delegations() > 0 ? 1 : 0;
    if (covered.size() < MOST_COUNTED) {
      covered.add(region(facts));
    }
    if (same) {
      equal++;
    } else if (differences.size() < SHOWN) {
      differences.add(smallest(stage, facts));
    }
  }

  private Outcome byKie(Facts facts) {
    return engines.kie(facts);
  }

  private Difference smallest(Stage stage, Facts facts) {
    var exact = new Agreement(limits.tolerance());
    var small = new Smallest(it -> !exact.of(ours.decide(it).outcome(), byKie(it))).of(facts);
    return new Difference(
        stage,
        FeelText.of(small),
        FeelText.of(ours.decide(small).outcome()),
        FeelText.of(byKie(small)));
  }

  /** A number for the elementary region the facts lie in; equal only for the same region. */
  private long region(Facts facts) {
    long number = 17;
    for (var axis : axes.list()) {
      // two regions could share a number, and would be counted as one: the count is never too high
      number = number * 1_000_003 + axis.regionOf(facts);
    }
    return number;
  }

  private ParityReport report(List<StageCount> stages) {
    var cells = engines.cells();
    return new ParityReport(
        subject.entry(),
        subject.asOf(),
        limits.seed(),
        axes.size(),
        stages,
        axes.regions(),
        BigInteger.valueOf(covered.size()),
        examined,
        equal,
        examined - equal,
        delegated,
        cells.total(),
        cells.compiled(),
        text(agreement.smallest()),
        text(agreement.largest()),
        differences,
        camunda.count(),
        engines.flow(),
        stages.stream().allMatch(stage -> stage.examined() == stage.planned()),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static @Nullable String text(java.math.@Nullable BigDecimal number) {
    return number == null ? null : FeelText.of(number);
  }
}
