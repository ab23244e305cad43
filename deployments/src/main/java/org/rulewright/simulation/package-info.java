/** Portfolio runs: a release over a data set, and the allocation of a yearly budget. */
@NullMarked
package org.rulewright.simulation;

import org.jspecify.annotations.NullMarked;
