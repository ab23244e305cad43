package org.rulewright.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.sql.SqlProblem;

/** The first rows of a derivation, or why there are none. */
public sealed interface DerivationPreview {

  record Shown(List<Column> columns, List<List<@Nullable Object>> rows)
      implements DerivationPreview {}

  record Refused(SqlProblem problem) implements DerivationPreview {}
}
