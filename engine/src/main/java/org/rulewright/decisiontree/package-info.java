/** Decision trees: definition, compiled form, path of a trace, checks, and import from PMML. */
@NullMarked
package org.rulewright.decisiontree;

import org.jspecify.annotations.NullMarked;
