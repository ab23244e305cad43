package org.rulewright.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/** A model in the native ONNX runtime. */
final class OnnxModel implements ScoringModel {

  /** Rows a run of a batch: enough to make the call cheap, few enough to stop soon. */
  private static final int SLICE = 1024;

  /**
   * Rows of a run that scores one: the row twice. The runtime multiplies a single row by another
   * routine than several, and the last digits differ; so a row has the same score alone and in a
   * batch.
   */
  private static final int PAIR = 2;

  private final String digest;
  private final OrtSession session;
  private final OnnxLayout layout;
  private final OnnxRow row;
  private final ModelLimits limits;
  private final ConcurrentLinkedDeque<OnnxRun> idle = new ConcurrentLinkedDeque<>();
  private final Uses uses = new Uses(this::release);

  OnnxModel(String digest, OrtSession session, OnnxLayout layout, ModelLimits limits) {
    this.digest = digest;
    this.session = session;
    this.layout = layout;
    this.row = new OnnxRow(layout);
    this.limits = limits;
  }

  @Override
  public ModelFormat format() {
    return ModelFormat.ONNX;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public ModelSignature signature() {
    return layout.signature();
  }

  @Override
  public ModelScore score(Map<String, ? extends @Nullable Object> inputs) {
    uses.begin();
    try {
      var run = idle.poll();
      return score(run == null ? newRun(singleRows()) : run, inputs);
    } catch (OrtException e) {
      return engineFailure(e);
    } finally {
      uses.end();
    }
  }

  private ModelScore score(OnnxRun run, Map<String, ? extends @Nullable Object> inputs) {
    try {
      var problems = row.fill(run, 0, inputs::get);
      if (!problems.isEmpty()) {
        return new ModelScore.Failed(problems);
      }
      if (run.rows() == PAIR) {
        run.copyRow(0, 1);
      }
      return Scores.of(signature().outputs(), run.run(limits.score().toNanos()), 0);
    } catch (TimeoutException e) {
      return Scores.failed("EVALUATION_TIMEOUT");
    } catch (OrtException e) {
      return engineFailure(e);
    } finally {
      putBack(run);
    }
  }

  private void putBack(OnnxRun run) {
    if (run.stopped()) {
      run.close();
    } else {
      idle.push(run);
    }
  }

  private int singleRows() {
    return layout.oneRow() ? 1 : PAIR;
  }

  private OnnxRun newRun(int rows) throws OrtException {
    return new OnnxRun(session, layout, rows);
  }

  private static ModelScore engineFailure(OrtException e) {
    return Scores.failed("model.engine", Diagnostic.shortened(String.valueOf(e.getMessage())));
  }

  @Override
  public BatchScores scoreAll(int rows, Map<String, ? extends ModelColumn> columns) {
    Slices.check(rows, columns);
    uses.begin();
    try {
      var scores = new Slices(signature(), rows, SLICE);
      for (int from = 0; from < rows; from += SLICE) {
        int count = Math.min(SLICE, rows - from);
        if (layout.oneRow()) {
          alone(scores, from, count, columns);
        } else {
          slice(scores, from, count, columns);
        }
      }
      return scores;
    } finally {
      uses.end();
    }
  }

  private void slice(
      Slices scores, int from, int count, Map<String, ? extends ModelColumn> columns) {
    try (var run = newRun(Math.max(PAIR, count))) {
      int good = -1;
      for (int i = 0; i < count; i++) {
        int at = from + i;
        var problems = row.fill(run, i, Slices.values(columns, at));
        if (problems.isEmpty()) {
          good = i;
        } else {
          scores.fail(at, new ModelScore.Failed(problems));
        }
      }
      if (good >= 0) {
        fillGaps(run, scores, from, count, good);
      }
      scores.add(good < 0 ? nothing() : run.run(limits.score().toNanos()), from, count);
    } catch (TimeoutException e) {
      failAll(scores, from, count, Scores.failed("EVALUATION_TIMEOUT"));
    } catch (OrtException e) {
      // one row may spoil the run of all: each is asked alone, so that only the guilty fail
      alone(scores, from, count, columns);
    }
  }

  /** Rows that failed, and those beyond the last, repeat one that is good. */
  private static void fillGaps(OnnxRun run, Slices scores, int from, int count, int good) {
    for (int i = 0; i < run.rows(); i++) {
      if (i >= count || !scores.scored(from + i)) {
        run.copyRow(good, i);
      }
    }
  }

  private void failAll(Slices scores, int from, int count, ModelScore failure) {
    for (int i = 0; i < count; i++) {
      if (scores.scored(from + i)) {
        scores.fail(from + i, failure);
      }
    }
    scores.add(nothing(), from, count);
  }

  private void alone(
      Slices scores, int from, int count, Map<String, ? extends ModelColumn> columns) {
    var outputs = signature().outputs();
    var values = new @Nullable Object[count * outputs.size()];
    for (int i = 0; i < count; i++) {
      switch (score(Slices.row(signature(), columns, from + i))) {
        case ModelScore.Scored scored -> {
          for (int o = 0; o < outputs.size(); o++) {
            values[i * outputs.size() + o] = scored.outputs().get(outputs.get(o).name());
          }
        }
        case ModelScore.Failed failed -> scores.fail(from + i, failed);
      }
    }
    var gathered = new ArrayList<RawColumn>();
    for (int o = 0; o < outputs.size(); o++) {
      gathered.add(new RawColumn.Values(values, outputs.size(), o));
    }
    scores.add(gathered, from, count);
  }

  /** Columns of a slice none of whose rows is read. */
  private List<RawColumn> nothing() {
    return signature().outputs().stream()
        .<RawColumn>map(output -> new RawColumn.Values(new @Nullable Object[0], 1, 0))
        .toList();
  }

  @Override
  public void close() {
    uses.close();
  }

  private void release() {
    for (var run = idle.poll(); run != null; run = idle.poll()) {
      run.close();
    }
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the runtime refuses to release a session", e);
    }
  }
}
