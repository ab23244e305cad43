package org.rulewright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pmml4s.data.DataVal;
import org.pmml4s.data.GenericSeriesWithSchema;
import org.pmml4s.data.Series;
import org.pmml4s.model.Model;
import org.rulewright.decision.Diagnostic;
import org.rulewright.value.Decimals;

/** A model in the PMML evaluator. */
final class PmmlModel implements ScoringModel {

  private static final int SLICE = 1024;

  private final String digest;
  private final Model model;
  private final List<PmmlInput> inputs;
  private final ModelSignature signature;
  private final PmmlCategories categories;
  private final List<Integer> reasonCodes;
  private final ModelLimits limits;

  /** Held while scoring a model that learns categories. */
  private final ReentrantLock learning = new ReentrantLock();

  private final Uses uses = new Uses(() -> {});

  private PmmlModel(
      String digest,
      Model model,
      PmmlSignature signature,
      PmmlCategories categories,
      ModelLimits limits) {
    this.digest = digest;
    this.model = model;
    this.inputs = List.copyOf(signature.inputs());
    this.signature = signature.signature();
    this.categories = categories;
    this.reasonCodes = reasonCodes(model);
    this.limits = limits;
  }

  static OpenResult open(Model model, PmmlCheck check, String digest, ModelLimits limits) {
    var signature = new PmmlSignature(model, check);
    return signature.problems().isEmpty()
        ? new OpenResult.Opened(
            new PmmlModel(digest, model, signature, new PmmlCategories(check.root()), limits))
        : new OpenResult.Refused(signature.problems());
  }

  /** Places of the reason codes among the outputs, first rank first. */
  private static List<Integer> reasonCodes(Model model) {
    var fields = model.outputFields();
    var places = new ArrayList<Integer>();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].feature().toString().equals("reasonCode")) {
        places.add(i);
      }
    }
    places.sort(java.util.Comparator.comparingInt(place -> fields[place].rank()));
    return List.copyOf(places);
  }

  @Override
  public ModelFormat format() {
    return ModelFormat.PMML;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public ModelSignature signature() {
    return signature;
  }

  @Override
  public ModelScore score(Map<String, ? extends @Nullable Object> values) {
    uses.begin();
    try {
      return score((Function<String, @Nullable Object>) values::get);
    } finally {
      uses.end();
    }
  }

  private ModelScore score(Function<String, @Nullable Object> values) {
    var row = new @Nullable Object[signature.outputs().size()];
    var failure = score(values, row, 0);
    return failure == null ? Scores.of(signature.outputs(), columns(row), 0) : failure;
  }

  private List<RawColumn> columns(@Nullable Object[] values) {
    int width = signature.outputs().size();
    var columns = new ArrayList<RawColumn>(width);
    for (int i = 0; i < width; i++) {
      columns.add(new RawColumn.Values(values, width, i));
    }
    return columns;
  }

  /** Scores into a row of values; returns the failure where there is one. */
  private @Nullable ModelScore score(
      Function<String, @Nullable Object> values, @Nullable Object[] into, int row) {
    var given = new @Nullable DataVal[inputs.size()];
    var problems = read(values, given);
    if (!problems.isEmpty()) {
      return new ModelScore.Failed(problems);
    }
    long start = System.nanoTime();
    try {
      var result = predict(given);
      if (System.nanoTime() - start > limits.score().toNanos()) {
        return Scores.failed("EVALUATION_TIMEOUT");
      }
      write(result, into, row);
      return null;
    } catch (StackOverflowError e) {
      // what the evaluator follows is bounded by the file's depth, which was checked; but a caller
      // may have little stack left, and nothing of the evaluator outlives a call
      return Scores.failed("pmml.too-complex");
    } catch (Exception | scala.NotImplementedError e) {
      return Scores.failed("model.engine", Diagnostic.shortened(String.valueOf(e.getMessage())));
    }
  }

  private List<Diagnostic> read(
      Function<String, @Nullable Object> values, @Nullable DataVal[] given) {
    List<Diagnostic> problems = List.of();
    for (int i = 0; i < given.length; i++) {
      var input = inputs.get(i);
      var value = values.apply(input.input().name());
      var problem = InputCheck.problem(input.input(), value);
      if (problem == null && !input.holds(value)) {
        problem =
            InputCheck.problem(
                "model.input-whole", input.input(), Diagnostic.shortened(String.valueOf(value)));
      }
      if (problem == null) {
        given[i] = input.value(value, categories);
      } else {
        problems = problems.isEmpty() ? new ArrayList<>() : problems;
        problems.add(problem);
      }
    }
    return problems;
  }

  private Series predict(@Nullable DataVal[] given) {
    if (!categories.learned()) {
      return model.predict(new GenericSeriesWithSchema(given, model.usedSchema()));
    }
    learning.lock();
    try {
      return model.predict(new GenericSeriesWithSchema(given, model.usedSchema()));
    } finally {
      learning.unlock();
    }
  }

  private void write(Series result, @Nullable Object[] into, int row) {
    int width = signature.outputs().size();
    for (int i = 0; i < width; i++) {
      into[row * width + i] = feel(result.get(i));
    }
    // the evaluator repeats the last reason code for every rank beyond it
    for (int i = reasonCodes.size() - 1; i > 0; i--) {
      int last = row * width + reasonCodes.get(i);
      int before = row * width + reasonCodes.get(i - 1);
      if (!Objects.equals(into[last], into[before])) {
        break;
      }
      into[last] = null;
    }
  }

  private static @Nullable Object feel(@Nullable DataVal value) {
    return switch (value == null ? null : value.toVal()) {
      case Number number -> Decimals.of(number).orElse(null);
      case String text -> text;
      case Boolean bool -> bool;
      case null, default -> null;
    };
  }

  @Override
  public BatchScores scoreAll(int rows, Map<String, ? extends ModelColumn> columns) {
    Slices.check(rows, columns);
    uses.begin();
    try {
      var scores = new Slices(signature, rows, SLICE);
      for (int from = 0; from < rows; from += SLICE) {
        int count = Math.min(SLICE, rows - from);
        var values = new @Nullable Object[count * signature.outputs().size()];
        for (int i = 0; i < count; i++) {
          var failure = score(Slices.values(columns, from + i), values, i);
          if (failure != null) {
            scores.fail(from + i, failure);
          }
        }
        scores.add(columns(values), from, count);
      }
      return scores;
    } finally {
      uses.end();
    }
  }

  @Override
  public void close() {
    uses.close();
  }
}
