/** What is wrong with a decision table as a whole, found exactly: gaps, overlaps, dead rules. */
@NullMarked
package org.rulewright.decisiontable.analysis;

import org.jspecify.annotations.NullMarked;
