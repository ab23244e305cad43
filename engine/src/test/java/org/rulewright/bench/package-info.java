/** The benchmarks behind {@code ./rulewright bench}; not part of the test run. */
@NullMarked
package org.rulewright.bench;

import org.jspecify.annotations.NullMarked;
