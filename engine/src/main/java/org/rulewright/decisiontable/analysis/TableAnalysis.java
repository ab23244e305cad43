package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontable.TableDefinition;

/**
 * Everything wrong with a table as a whole, exactly: nothing is sampled.
 *
 * <p>The values of each input fall into finitely many regions, a rule is a box of them, and gaps,
 * overlaps and dead rules are questions about boxes. Columns are taken as independent of each other
 * unless they test the same expression. A rule with a cell that is beyond this (it names other
 * facts or calls functions) counts as taking some of what its other cells take. Where a limit is
 * reached, a finding says how much was covered.
 */
public final class TableAnalysis {

  /** With more changed rules the whole table is looked at again. */
  private static final int FEW = 4;

  private final Subject subject;
  private final Limits limits;
  private final PairFindings pairs;
  private final List<ReachCheck.Reach> reaches;
  private final Gaps gaps;
  private final List<Finding> findings;

  private TableAnalysis(
      Subject subject,
      Limits limits,
      PairFindings pairs,
      List<ReachCheck.Reach> reaches,
      Gaps gaps) {
    this.subject = subject;
    this.limits = limits;
    this.pairs = pairs;
    this.reaches = reaches;
    this.gaps = gaps;
    this.findings = findings(subject, pairs, reaches, gaps);
  }

  /**
   * Analyses a table.
   *
   * @param schema what the dictionary says of the facts: types, allowed values, which are required
   */
  public static TableAnalysis of(TableDefinition table, FactSchema schema, Limits limits) {
    Map<String, FactField> fields =
        schema.fields().stream().collect(Collectors.toMap(FactField::name, field -> field));
    return whole(Subject.of(table, fields), limits);
  }

  private static TableAnalysis whole(Subject subject, Limits limits) {
    return new TableAnalysis(
        subject,
        limits,
        PairFindings.of(subject, new Budget(limits.pairs())),
        reaches(subject, limits),
        Gaps.of(subject, new Budget(limits.gaps())));
  }

  private static List<ReachCheck.Reach> reaches(Subject subject, Limits limits) {
    var budget = new Budget(limits.reach());
    var check = new ReachCheck(subject, budget);
    List<ReachCheck.Reach> reaches = new ArrayList<>(subject.rules());
    for (int rule = 0; rule < subject.rules(); rule++) {
      reaches.add(budget.allows(subject.rules()) ? check.of(rule) : ReachCheck.Reach.UNKNOWN);
    }
    return reaches;
  }

  /** Analyses the table as it is after a change, using what is known where few rules changed. */
  public TableAnalysis after(TableDefinition table) {
    Optional<List<Integer>> changed = changed(subject.table(), table);
    if (changed.isEmpty() || !pairs.isWhole() || !gaps.canBeContinued()) {
      return whole(Subject.of(table, subject.fields()), limits);
    }
    return changed.get().isEmpty() ? this : after(table, changed.get());
  }

  private TableAnalysis after(TableDefinition table, List<Integer> changed) {
    Subject now = subject.after(table, changed);
    List<Box> left = changed.stream().map(rule -> translated(subject.box(rule), now)).toList();
    List<Box> known = gaps.boxes().stream().map(gap -> translated(gap, now)).toList();
    return new TableAnalysis(
        now,
        limits,
        pairs.after(now, changed),
        new ReachUpdate(now, changed, left, new Budget(limits.reach())).of(reaches),
        gaps.after(now, changed, left, known, new Budget(limits.gaps())));
  }

  private Box translated(Box box, Subject now) {
    Regions[] sides = new Regions[box.sides().length];
    for (int i = 0; i < sides.length; i++) {
      Axis before = subject.grid().axes().get(i);
      sides[i] = new Translation(before, now.grid().axes().get(i)).of(box.side(i));
    }
    return new Box(sides, box.exact());
  }

  /** Places of the rules that changed; empty where more than a few cells of rules did. */
  private static Optional<List<Integer>> changed(TableDefinition before, TableDefinition now) {
    boolean sameShape =
        before.rules().size() == now.rules().size()
            && before.inputs().equals(now.inputs())
            && before.outputs().equals(now.outputs())
            && before.hitPolicy() == now.hitPolicy()
            && Objects.equals(before.aggregator(), now.aggregator())
            && before.id().equals(now.id());
    if (!sameShape) {
      return Optional.empty();
    }
    List<Integer> changed =
        IntStream.range(0, now.rules().size())
            .filter(rule -> !before.rules().get(rule).equals(now.rules().get(rule)))
            .limit(FEW + 1L)
            .boxed()
            .toList();
    return changed.size() > FEW ? Optional.empty() : Optional.of(changed);
  }

  private static List<Finding> findings(
      Subject subject, PairFindings pairs, List<ReachCheck.Reach> reaches, Gaps gaps) {
    List<Finding> all = new ArrayList<>(pairs.list());
    reaches.stream().map(ReachCheck.Reach::finding).filter(Objects::nonNull).forEach(all::add);
    all.addAll(gaps.findings(subject));
    all.addAll(CategoryCheck.of(subject));
    all.addAll(MergeCheck.of(subject));
    all.addAll(Incompleteness.of(subject, pairs, reaches, gaps));
    return List.copyOf(all);
  }

  public TableDefinition table() {
    return subject.table();
  }

  /** What was found: pairs of rules, dead rules, gaps, categories, rules to merge, limits. */
  public List<Finding> findings() {
    return findings;
  }

  /** Whether nothing can be wrong of these kinds beyond what was found. */
  public boolean isComplete() {
    return findings.stream().noneMatch(Incompleteness::isOne);
  }

  /** What stands for findings of this table where only diagnostics are wanted. */
  public List<Diagnostic> diagnostics() {
    return findings.stream().map(Finding::diagnostic).toList();
  }

  static Diagnostic remark(Subject subject, String code, String... arguments) {
    return new Diagnostic(code, Severity.INFO, Place.of(subject.table().id()), List.of(arguments));
  }
}
