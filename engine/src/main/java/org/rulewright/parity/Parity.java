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
import org.rulewright.dmn.EngineChoice;

/**
 * Decides the same facts by our engine and by Apache KIE, and a sample of them by Camunda 7, and
 * says where they differ.
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

  private Parity(Subject subject, Limits limits, Engine ours) {
    this.subject = subject;
    this.limits = limits;
    this.ours = ours;
    this.axes = Axes.of(subject);
    this.agreement = new Agreement(limits.tolerance());
    this.camunda = new CamundaSide(subject, limits);
  }

  /** Examines a subject; what {@code progress} throws ends it. */
  public static ParityReport examine(Subject subject, Limits limits, Progress progress) {
    return examine(
        subject,
        limits,
        progress,
        facts -> subject.model().observe(subject.entry(), facts, subject.asOf()));
  }

  static ParityReport examine(Subject subject, Limits limits, Progress progress, Engine ours) {
    return new Parity(subject, limits, ours).examine(progress);
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
    return subject
        .model()
        .evaluate(subject.entry(), facts, subject.asOf(), false, EngineChoice.KIE);
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
    var cells = subject.model().cells(subject.entry());
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
        stages.stream().allMatch(stage -> stage.examined() == stage.planned()),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static @Nullable String text(java.math.@Nullable BigDecimal number) {
    return number == null ? null : FeelText.of(number);
  }
}
