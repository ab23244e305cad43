/** Look-up tables: keyed, effective-dated rows, held compactly and found by hash. */
@NullMarked
package org.rulewright.lookup;

import org.jspecify.annotations.NullMarked;
