/** One read-only SELECT of a person over snapshots: checked, locked in, limited, cancellable. */
@NullMarked
package org.rulewright.dataset.sql;

import org.jspecify.annotations.NullMarked;
