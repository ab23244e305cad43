/** The screens of portfolio runs: a release over a data set, its figures, and a budget. */
@NullMarked
package org.rulewright.ui.portfolio;

import org.jspecify.annotations.NullMarked;
